// The calendar of days, and trades by the worst and the best they saw, to choose from with a lasso.
const DAY_MS = 864e5, MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function buildCalendar() {
  const days = unpack(raw.days).map(value => value / 1e6);
  const strongest = days.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const years = new Map();
  days.forEach((value, i) => {
    const date = new Date((raw.firstDay + i) * DAY_MS), year = date.getUTCFullYear();
    if (!years.has(year)) years.set(year, []);
    years.get(year).push([date, value]);
  });
  byId('calendar').innerHTML = [...years].reverse().map(([year, list]) => {
    const first = Date.UTC(year, 0, 1), lead = (new Date(first).getUTCDay() + 6) % 7;
    const cells = list.map(([date, value]) => {
      const place = Math.round((date - first) / DAY_MS) + lead, tone = value < 0 ? 'cold' : value > 0 ? 'warm' : 'still';
      return `<i class=${tone} style="--s:${(0.1 + 0.8 * Math.sqrt(Math.abs(value) / strongest)).toFixed(2)};grid-area:${place % 7 + 2}/${Math.floor(place / 7) + 1}"
        data-day=${date.getTime()} title="${day(date.getTime())}: ${value > 0 ? '+' : ''}${percent(value)}"></i>`;
    }).join('');
    const months = MONTHS.map((name, month) => {
      const week = Math.floor((Math.round((Date.UTC(year, month, 1) - first) / DAY_MS) + lead) / 7);
      return `<b style="grid-area:1/${week + 1}/2/${week + 5}">${name}</b>`;
    }).join('');
    const total = list.reduce((product, [, value]) => product * (1 + value), 1) - 1, lost = list.filter(([, value]) => value < 0).length;
    const words = `${year}: ${percent(total)} over ${list.length} days, ${lost} of them with a loss`;
    return `<figure><h3>${year}</h3><div class=days role=img aria-label="${words}">${months}${cells}</div><figcaption>${words}.</figcaption></figure>`;
  }).join('');
  byId('calendar').addEventListener('click', event => {
    const from = +event.target.dataset.day;
    if (!from) return;
    show(from - DAY_MS * 0.04, from + DAY_MS * 1.04);
    byId('charts').scrollIntoView({behavior: 'smooth'});
  });
}

/** Which trades the table shows beside the filter's word; null for all. */
function lasso(chosen) {
  table.lasso = chosen;
  refilter();
  panels.forEach(panel => panel.draw());
}

const loop = {points: [], drawing: false};
const spreadOf = name => {
  const sorted = trades.map(trade => trade[name]).sort((a, b) => a - b);
  return Math.max(sorted[Math.floor((sorted.length - 1) * 0.99)] || 0, 0.001) * 1.05;
};
const reach = trades.length ? {mae: spreadOf('mae'), mfe: spreadOf('mfe')} : null;

/** What lies beyond 99 of 100 stands at the edge. */
function placeOf(target, trade) {
  return [target.left + Math.min(trade.mae / reach.mae, 1) * (target.right - target.left),
    target.bottom - Math.min(trade.mfe / reach.mfe, 1) * (target.bottom - target.top)];
}

function excursionArea() {
  const target = surface(byId('excursions'), 10, 22);
  target.left = 38;
  return target;
}

function drawExcursions() {
  const target = excursionArea(), {ctx} = target, scale = scaleOf(target, 0, reach.mfe, false);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'right';
  for (const mark of scale.marks) {
    const y = Math.round(scale.y(mark)) + 0.5;
    ctx.fillStyle = colours.line;
    ctx.fillRect(target.left, y, target.right - target.left, 1);
    ctx.fillStyle = colours.soft;
    ctx.fillText(number(mark, decimalsFor(scale.step)) + ' %', target.left - 5, y);
  }
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'center';
  const step = niceStep(reach.mae, 4);
  for (let mark = 0; mark <= reach.mae; mark += step) {
    ctx.fillText((mark ? '\u2212' : '') + number(mark, decimalsFor(step)) + ' %', Math.max(target.left + 14, target.left + mark / reach.mae * (target.right - target.left)), target.bottom + 15);
  }
  const size = trades.length > 2000 ? 1.6 : trades.length > 300 ? 2.4 : 3.4;
  for (const trade of trades) {
    const [x, y] = placeOf(target, trade);
    ctx.fillStyle = trade.pnl > 0 ? colours.gain : colours.loss;
    ctx.globalAlpha = !table.lasso || table.lasso.has(trade) ? 0.75 : 0.12;
    ctx.beginPath();
    if (trade.pnl > 0) ctx.arc(x, y, size, 0, 7);
    else ctx.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  if (loop.points.length > 1) {
    ctx.beginPath();
    loop.points.forEach(([x, y]) => ctx.lineTo(x, y));
    ctx.closePath();
    ctx.strokeStyle = colours.accent;
    ctx.fillStyle = colours.wash;
    ctx.fill();
    ctx.stroke();
  }
}

function inside(polygon, x, y) {
  let within = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i], [bx, by] = polygon[j];
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) within = !within;
  }
  return within;
}

function listenExcursions(canvas) {
  const at = event => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener('pointerdown', event => {
    if (event.button) return;
    loop.drawing = true;
    loop.points = [at(event)];
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    if (!loop.drawing) return;
    loop.points.push(at(event));
    drawExcursions();
  });
  const done = () => {
    if (!loop.drawing) return;
    loop.drawing = false;
    const polygon = loop.points, target = excursionArea();
    loop.points = [];
    const chosen = polygon.length > 3 ? trades.filter(trade => inside(polygon, ...placeOf(target, trade))) : [];
    lasso(chosen.length ? new Set(chosen) : null);
    if (chosen.length) byId('trades').scrollIntoView({behavior: 'smooth', block: 'nearest'});
  };
  canvas.addEventListener('pointerup', done);
  canvas.addEventListener('pointercancel', () => { loop.drawing = false; loop.points = []; drawExcursions(); });
}
