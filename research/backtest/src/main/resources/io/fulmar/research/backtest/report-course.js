// What was at stake, how far liquidation was, and figures over the last so many days.
const stake = raw.exposure && {
  gross: stretched(raw.exposure, raw.exposure.gross),
  net: stretched(raw.exposure, raw.exposure.net),
  distance: raw.exposure.distance && stretched(raw.exposure, raw.exposure.distance),
};

/** A value for every candle, that of the next candle at which it was kept. */
function stretched(from, text) {
  const kept = keptAt(from.stride), values = column(text, 1e-4), out = new Float64Array(coarse.n);
  for (let i = 0, next = 0; i < coarse.n; i++) {
    if (i > kept[next]) next++;
    out[i] = values[next];
  }
  return out;
}

const shares = value => number(value * 100, 1) + '\u00a0%';

/** A line through a curve's means where many points share three pixels: in and out of the market would fill the chart. */
function meanLine(target, values, x, y, from, to) {
  const {ctx} = target;
  ctx.beginPath();
  let pixel = -1, sum = 0, count = 0;
  const flush = () => { if (count) ctx.lineTo(pixel * 3, y(sum / count)); };
  for (let i = from; i <= to; i++) {
    const at = Math.round(x(ends[i]) / 3);
    if (at !== pixel) {
      flush();
      pixel = at;
      sum = count = 0;
    }
    sum += values[i];
    count++;
  }
  flush();
}

function drawExposure() {
  area = surface(byId('exposure'));
  const [from, to] = shown(), [low, high] = extent([stake.gross, stake.net], from, to), x = xOf(area);
  const scale = scaleOf(area, Math.min(low * 1.05, 0), Math.max(high * 1.05, 0.01), false);
  axes(area, scale, value => number(value * 100, decimalsFor(scale.step * 100)) + ' %');
  clip(area, ctx => {
    ctx.strokeStyle = ctx.fillStyle = colours.accent;
    ctx.lineWidth = 1.2;
    meanLine(area, stake.gross, x, scale.y, from, to);
    ctx.stroke();
    ctx.lineTo(x(ends[to]), scale.y(0));
    ctx.lineTo(x(ends[from]), scale.y(0));
    ctx.globalAlpha = 0.14;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = colours.before;
    meanLine(area, stake.net, x, scale.y, from, to);
    ctx.stroke();
  });
  const i = pointed();
  overlay(scale, [[stake.gross[i], colours.accent], [stake.net[i], colours.before]]);
  readout('exposure', [['Gross ' + shares(stake.gross[i]), colours.accent], ['Net ' + shares(stake.net[i]), colours.before]]);
}

function drawDistance() {
  area = surface(byId('distance'));
  const [from, to] = shown(), x = xOf(area), {ctx} = area, known = i => stake.distance[i] > 0;
  let high = 0.01;
  for (let i = from; i <= to; i++) if (known(i)) high = Math.max(high, stake.distance[i] - 1);
  const scale = scaleOf(area, 0, high * 1.05, false);
  axes(area, scale, value => number(value * 100, decimalsFor(scale.step * 100)) + ' %');
  clip(area, () => {
    ctx.strokeStyle = colours.loss;
    ctx.lineWidth = 1.3;
    for (let i = from; i <= to;) {
      if (!known(i)) {
        i++;
        continue;
      }
      let end = i;
      while (end < to && known(end + 1)) end++;
      line(area, stake.distance.map(value => value - 1), x, scale.y, i, end);
      if (end === i) ctx.lineTo(x(ends[i]) + 1, scale.y(stake.distance[i] - 1));
      ctx.stroke();
      i = end + 1;
    }
  });
  const i = pointed();
  overlay(scale, known(i) ? [[stake.distance[i] - 1, colours.loss]] : []);
  readout('distance', [[known(i) ? percent(stake.distance[i] - 1) : 'nothing to liquidate', colours.loss]]);
}

// ---- figures over a window of days ----

const dayReturns = unpack(raw.days).map(value => value / 1e6);
const holdReturns = unpack(raw.holdDays).map(value => value / 1e6);
const heldDays = unpack(raw.heldDays || '').map(value => value / 1e6);
const dayEnds = dayReturns.map((value, i) => (raw.firstDay + i + 1) * 864e5);
const rolled = {window: 0};

const mean = list => list.reduce((sum, value) => sum + value, 0) / list.length;
function spreadAround(a, b) {
  const ma = mean(a), mb = mean(b);
  return a.reduce((sum, value, i) => sum + (value - ma) * (b[i] - mb), 0);
}

function roll(window) {
  const root = Math.sqrt(raw.periods), figures = {sharpe: [], volatility: [], beta: [], exposure: []};
  for (let last = window - 1; last < dayReturns.length; last++) {
    const cut = list => list.slice(last + 1 - window, last + 1), own = cut(dayReturns), hold = cut(holdReturns);
    const deviation = Math.sqrt(spreadAround(own, own) / (window - 1)), market = spreadAround(hold, hold);
    figures.volatility.push(deviation * root);
    figures.sharpe.push(deviation > 0 ? mean(own) / deviation * root : NaN);
    figures.beta.push(market > 0 ? spreadAround(own, hold) / market : NaN);
    figures.exposure.push(mean(cut(heldDays)));
  }
  Object.assign(rolled, figures, {window, t: dayEnds.slice(window - 1)});
}

const ROLLING = {sharpe: ['Sharpe', value => number(value, 2), 'accent'], volatility: ['Volatility', value => shares(value), 's2'],
  beta: ['Beta', value => number(value, 2), 's3'], exposure: ['Exposure', value => shares(value), 's1']};

function drawRolling(name) {
  const [title, text, tone] = ROLLING[name], values = rolled[name], {t} = rolled, id = 'rolling-' + name;
  area = surface(byId(id));
  const from = Math.max(0, firstAt(t, view.from) - 1), to = Math.min(t.length - 1, firstAt(t, view.to)), x = xOf(area);
  let [low, high] = extent([values.map(value => Number.isNaN(value) ? undefined : value)], from, to);
  if (!(low <= high)) low = high = 0;
  if (name !== 'volatility') {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  const room = (high - low) * 0.06, scale = scaleOf(area, low - room, high + room, false, 3), {ctx} = area;
  const part = name === 'volatility' || name === 'exposure';
  axes(area, scale, value => part ? number(value * 100, decimalsFor(scale.step * 100)) + ' %' : number(value, decimalsFor(scale.step)));
  clip(area, () => {
    ctx.strokeStyle = colours.faint;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(area.left, scale.y(0));
    ctx.lineTo(area.right, scale.y(0));
    ctx.stroke();
    ctx.strokeStyle = colours[tone];
    ctx.lineWidth = 1.4;
    ctx.beginPath();
    let open = false;
    for (let i = from; i <= to; i++) {
      if (Number.isNaN(values[i])) open = false;
      else {
        if (open) ctx.lineTo(x(t[i]), scale.y(values[i])); else ctx.moveTo(x(t[i]), scale.y(values[i]));
        open = true;
      }
    }
    ctx.stroke();
  });
  const at = Math.min(t.length - 1, firstAt(t, view.hover === null ? view.to : view.hover) );
  overlay(scale, []);
  readout(id, [[`${title} ${text(values[at])}`, colours[tone]], [`${day(t[at] - 1)}, ${rolled.window} days`]]);
}

function chooseWindow(window) {
  roll(window);
  document.querySelectorAll('[data-window]').forEach(button => button.setAttribute('aria-pressed', +button.dataset.window === window));
  redraw();
}

const coursePanels = [];
if (stake) coursePanels.push(['exposure', drawExposure]);
if (stake && stake.distance && byId('distance')) coursePanels.push(['distance', drawDistance]);
if (byId('rolling')) {
  document.querySelectorAll('[data-window]').forEach(button => button.addEventListener('click', () => chooseWindow(+button.dataset.window)));
  roll(+document.querySelector('[data-window]').dataset.window);
  document.querySelector('[data-window]').setAttribute('aria-pressed', true);
  for (const name of Object.keys(ROLLING)) coursePanels.push(['rolling-' + name, () => drawRolling(name)]);
}
if (!stake && byId('exposure')) for (const id of ['exposure', 'distance']) if (byId(id)) byId(id).hidden = true;
