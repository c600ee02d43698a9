// The map over two parameters, and the command that runs whatever is chosen.
const raw = JSON.parse(document.getElementById('data').textContent);
document.body.classList.add('script');

/** See SweepData.column: 0 is nothing, the rest stands one further from 0 than it is. */
const column = text => unpack(text).map(value => value === 0 ? NaN : (value < 0 ? value + 1 : value - 1) / 1e4);
const maps = raw.maps.map(map => {
  const out = {...map, plateau: unpack(map.plateau), bests: unpack(map.bests)};
  for (const name of ['results', 'eligible', 'growth', 'net', 'best', 'bestNet', 'drawdown', 'trades']) out[name] = column(map[name]);
  return out;
});
const axisAt = place => raw.axes.find(axis => axis.place === place);
const number = (value, decimals) => Number.isFinite(value) ? value.toLocaleString('en', {minimumFractionDigits: decimals, maximumFractionDigits: decimals})
  .replace(/^-(?=[0.]*$)/, '').replace('-', '\u2212') : '\u2013';
const percent = value => number(value * 100, 2) + '\u00a0%';
const escaped = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const SHOWN = {growth: value => number(value, 3), best: value => number(value, 3), net: percent, drawdown: percent, eligible: percent,
  trades: value => number(value * 1e4, 0)};
const view = {map: maps[0], turned: false, shows: 'growth', plateau: true, hover: null};

// ---- the command of what was chosen ----

function command(parameters) {
  byId('command').textContent = raw.reproduce + parameters;
}

document.querySelectorAll('[data-combination]').forEach(element => {
  const go = () => {
    const parameters = raw.rows[element.dataset.combination];
    if (!parameters) return;
    command(parameters);
    byId('command').scrollIntoView({behavior: 'smooth', block: 'center'});
  };
  element.addEventListener('click', go);
  element.addEventListener('keydown', event => { if (event.key === 'Enter') go(); });
});
byId('copy').addEventListener('click', () => {
  const text = byId('command').textContent, done = () => {
    byId('copy').textContent = 'Copied';
    setTimeout(() => { byId('copy').textContent = 'Copy'; }, 1500);
  };
  const byHand = () => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand); else byHand();
});

// ---- the map ----

const canvas = byId('map');
/** Columns and rows as shown, and the cell at one of them. */
const wide = () => view.turned ? view.map.rows : view.map.columns;
const high = () => view.turned ? view.map.columns : view.map.rows;
const cellAt = (x, y) => view.turned ? x * view.map.columns + y : y * view.map.columns + x;
const wordsOf = (x, y) => {
  const across = view.turned ? view.map.up : view.map.across, up = view.turned ? view.map.across : view.map.up;
  const a = (view.turned ? view.map.upWords : view.map.acrossWords)[x], b = (view.turned ? view.map.acrossWords : view.map.upWords)[y];
  return [`${axisAt(across).name} ${a}`].concat(across === up ? [] : [`${axisAt(up).name} ${b}`]);
};

function parametersOf(cell) {
  const count = raw.axes.length;
  return raw.axes.map((axis, i) => ` --param ${axis.name}=${axis.used[view.map.bests[cell * count + i]]}`).join('');
}

const EDGE = {left: 78, right: 8, top: 8, bottom: 40};
function frame() {
  const width = canvas.clientWidth, height = canvas.clientHeight;
  return {width, height, w: (width - EDGE.left - EDGE.right) / wide(), h: (height - EDGE.top - EDGE.bottom) / high()};
}

function colour(value, most, style) {
  const up = style.getPropertyValue('--gain-rgb').trim(), down = style.getPropertyValue('--loss-rgb').trim();
  return `rgb(${value < 0 ? down : up} / ${(0.06 + 0.9 * Math.min(1, Math.abs(value) / most)).toFixed(3)})`;
}

function draw() {
  if (!canvas) return;
  const ratio = window.devicePixelRatio || 1, {width, height, w, h} = frame(), ctx = canvas.getContext('2d');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const style = getComputedStyle(document.documentElement), ink = style.getPropertyValue('--ink').trim(), soft = style.getPropertyValue('--soft').trim();
  const values = view.map[view.shows], signed = ['growth', 'best', 'net'].includes(view.shows);
  const finite = values.filter(Number.isFinite).map(Math.abs).sort((a, b) => a - b);
  const most = finite[Math.floor((finite.length - 1) * 0.98)] || 1;
  for (let y = 0; y < high(); y++) {
    for (let x = 0; x < wide(); x++) {
      const cell = cellAt(x, y), value = values[cell];
      if (!Number.isFinite(value)) continue;
      const left = EDGE.left + x * w, top = height - EDGE.bottom - (y + 1) * h;
      ctx.fillStyle = colour(signed || view.shows !== 'drawdown' ? value : -value, most, style);
      ctx.fillRect(left, top, Math.max(1, w - (w > 5 ? 1 : 0)), Math.max(1, h - (h > 5 ? 1 : 0)));
    }
  }
  if (view.plateau) borders(ctx, ink, w, h, height);
  if (view.hover) {
    ctx.strokeStyle = ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(EDGE.left + view.hover[0] * w, height - EDGE.bottom - (view.hover[1] + 1) * h, w, h);
  }
  labels(ctx, soft, w, h, width, height);
}

/** Lines around the cells that stand on a plateau. */
function borders(ctx, ink, w, h, height) {
  const on = (x, y) => x >= 0 && y >= 0 && x < wide() && y < high() && view.map.plateau[cellAt(x, y)] === 1;
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (let y = 0; y < high(); y++) {
    for (let x = 0; x < wide(); x++) {
      if (!on(x, y)) continue;
      const left = EDGE.left + x * w, top = height - EDGE.bottom - (y + 1) * h;
      if (!on(x - 1, y)) { ctx.moveTo(left, top); ctx.lineTo(left, top + h); }
      if (!on(x + 1, y)) { ctx.moveTo(left + w, top); ctx.lineTo(left + w, top + h); }
      if (!on(x, y + 1)) { ctx.moveTo(left, top); ctx.lineTo(left + w, top); }
      if (!on(x, y - 1)) { ctx.moveTo(left, top + h); ctx.lineTo(left + w, top + h); }
    }
  }
  ctx.stroke();
}

function labels(ctx, soft, w, h, width, height) {
  const first = text => String(text).split(' to ')[0];
  ctx.fillStyle = soft;
  ctx.font = '11.5px system-ui, "DejaVu Sans", sans-serif';
  ctx.textAlign = 'center';
  const across = view.turned ? view.map.upWords : view.map.acrossWords, up = view.turned ? view.map.acrossWords : view.map.upWords;
  const each = Math.max(1, Math.ceil(56 / w));
  for (let x = 0; x < wide(); x += each) ctx.fillText(first(across[x]), EDGE.left + (x + 0.5) * w, height - EDGE.bottom + 15);
  ctx.fillText(axisAt(view.turned ? view.map.up : view.map.across).name, EDGE.left + (width - EDGE.left - EDGE.right) / 2, height - 6);
  if (view.map.across === view.map.up) return;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  const rows = Math.max(1, Math.ceil(18 / h));
  for (let y = 0; y < high(); y += rows) ctx.fillText(first(up[y]), EDGE.left - 6, height - EDGE.bottom - (y + 0.5) * h);
  ctx.save();
  ctx.translate(12, EDGE.top + (height - EDGE.top - EDGE.bottom) / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.textAlign = 'center';
  ctx.fillText(axisAt(view.turned ? view.map.across : view.map.up).name, 0, 0);
  ctx.restore();
  ctx.textBaseline = 'alphabetic';
}

function readout() {
  const map = view.map;
  if (!view.hover) {
    byId('map-readout').innerHTML = '<i class=bare>point at a cell</i>';
    return;
  }
  const [x, y] = view.hover, cell = cellAt(x, y);
  const parts = wordsOf(x, y).map(escaped);
  if (!(map.results[cell] > 0)) parts.push('no result');
  else parts.push(`${number(map.results[cell] * 1e4, 0)} results, ${percent(map.eligible[cell])} eligible`, `mean G ${number(map.growth[cell], 3)}`,
    `best ${number(map.best[cell], 3)}, net ${percent(map.bestNet[cell])}, drawdown ${percent(map.drawdown[cell])}, ${number(map.trades[cell] * 1e4, 0)} trades`,
    map.plateau[cell] ? 'plateau' : 'no plateau');
  byId('map-readout').innerHTML = parts.map(part => `<i class=bare>${part}</i>`).join('');
}

function pick() {
  const across = +byId('across').value, up = +byId('up').value;
  view.map = maps.find(map => map.across === across && map.up === up || map.across === up && map.up === across) || maps[0];
  view.turned = view.map.across !== across;
  view.hover = null;
  readout();
  draw();
}

function move(dx, dy) {
  const [x, y] = view.hover || [0, 0];
  view.hover = [Math.min(wide() - 1, Math.max(0, x + dx)), Math.min(high() - 1, Math.max(0, y + dy))];
  readout();
  draw();
}

function choose() {
  if (!view.hover) return;
  const cell = cellAt(...view.hover);
  if (!(view.map.results[cell] > 0)) return;
  command(parametersOf(cell));
  byId('command').scrollIntoView({behavior: 'smooth', block: 'center'});
}

function listenMap() {
  const places = [...new Set(maps.flatMap(map => [map.across, map.up]))];
  for (const id of ['across', 'up']) {
    byId(id).innerHTML = places.map(place => `<option value=${place}>${escaped(axisAt(place).name)}`).join('');
    byId(id).addEventListener('change', () => {
      // The same twice would be a line: the other takes the next one.
      const other = byId(id === 'across' ? 'up' : 'across');
      if (places.length > 1 && other.value === byId(id).value) other.value = places.find(place => String(place) !== byId(id).value);
      pick();
    });
  }
  byId('across').value = maps[0].across;
  byId('up').value = maps[0].up;
  byId('shows').addEventListener('change', () => { view.shows = byId('shows').value; draw(); });
  byId('plateau').addEventListener('click', () => {
    view.plateau = !view.plateau;
    byId('plateau').setAttribute('aria-pressed', view.plateau);
    draw();
  });
  const at = event => {
    const box = canvas.getBoundingClientRect(), {w, h} = frame();
    const x = Math.floor((event.clientX - box.left - EDGE.left) / w), y = high() - 1 - Math.floor((event.clientY - box.top - EDGE.top) / h);
    return x >= 0 && y >= 0 && x < wide() && y < high() ? [x, y] : null;
  };
  canvas.addEventListener('pointermove', event => { view.hover = at(event); readout(); draw(); });
  canvas.addEventListener('pointerleave', () => { view.hover = null; readout(); draw(); });
  canvas.addEventListener('click', event => { view.hover = at(event); choose(); });
  canvas.addEventListener('keydown', event => {
    const way = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[event.key];
    if (way) {
      move(...way);
      event.preventDefault();
    } else if (event.key === 'Enter') choose();
  });
  pick();
}

if (canvas) listenMap();
const dark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light');
const theme = name => {
  document.documentElement.dataset.theme = name;
  draw();
};
byId('theme').addEventListener('click', () => theme(themeNow() === 'dark' ? 'light' : 'dark'));
dark.addEventListener('change', draw);
let beforePrint = '';
addEventListener('beforeprint', () => {
  beforePrint = document.documentElement.dataset.theme || '';
  theme('light');
});
addEventListener('afterprint', () => {
  if (beforePrint) theme(beforePrint);
  else {
    delete document.documentElement.dataset.theme;
    draw();
  }
});
addEventListener('resize', draw);
