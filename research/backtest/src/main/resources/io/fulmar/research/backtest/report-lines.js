// Indicators over the candles and in panes of their own, and what each of several strategies made of the account.
const TONES = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** Indices of the candles at which something was kept: every so many, and the last. */
function keptAt(stride) {
  const kept = [];
  for (let i = stride - 1; i < coarse.n; i += stride) kept.push(i);
  if (kept[kept.length - 1] !== coarse.n - 1) kept.push(coarse.n - 1);
  return kept;
}

/** Numbers of a line: how many are missing at its start, then differences. */
function withGap(text, base, unit) {
  const flat = unpack(text), missing = flat[0] || 0, out = [];
  let sum = 0;
  for (let i = 0; i < missing; i++) out.push(NaN);
  for (let i = 1; i < flat.length; i++) out.push(base + (sum += flat[i]) * unit);
  return out;
}

/** Points of the whole run and those of the bars shown in full, in one row by time. */
function pointsOf(one) {
  const points = [], add = (values, timeOf) => values.forEach((value, i) => { if (!Number.isNaN(value)) points.push([timeOf(i), value]); });
  const kept = keptAt(one.stride);
  add(withGap(one.coarse, one.base, one.unit), i => ends[kept[i]]);
  if (one.fine) add(withGap(one.fine, one.base, one.unit), i => detail.t[i] + detail.step);
  points.sort((a, b) => a[0] - b[0]);
  return {t: Float64Array.from(points, p => p[0]), v: Float64Array.from(points, p => p[1])};
}

const allLines = raw.lines.map(one => ({name: one.name, pane: one.pane, ...pointsOf(one)}));
const overPrice = allLines.filter(one => one.pane < 0), panes = [];
for (const one of allLines) if (one.pane >= 0) (panes[one.pane] = panes[one.pane] || []).push(one);
[overPrice, ...panes].forEach(group => group.forEach((one, i) => { one.colour = TONES[i % TONES.length]; }));

/** Value of a line at a time, that of the last point by then. */
function valueOf(one, t) {
  const at = firstAt(one.t, t + 1) - 1;
  return at < 0 ? NaN : one.v[at];
}

function within(one, from, to) {
  return [Math.max(0, firstAt(one.t, from) - 1), Math.min(one.t.length - 1, firstAt(one.t, to))];
}

function extentOf(one, from, to) {
  const [a, b] = within(one, from, to);
  return extent([one.v], a, b);
}

function drawLines(target, lines, x, y, from, to) {
  const {ctx} = target;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 1.3;
  // Over thousands of bars they hide the candles they lie on.
  ctx.globalAlpha = to - from > raw.bar * 2000 ? 0.5 : 0.9;
  for (const one of lines) {
    const [a, b] = within(one, from, to);
    ctx.strokeStyle = colours[one.colour];
    line(target, one.v, x, y, a, b, one.t);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function drawPane(k) {
  area = surface(byId('pane' + k));
  let low = Infinity, high = -Infinity;
  for (const one of panes[k]) {
    const [least, most] = extentOf(one, view.from, view.to);
    low = Math.min(low, least);
    high = Math.max(high, most);
  }
  const room = (high - low) * 0.06, scale = scaleOf(area, low - room, high + room, false), x = xOf(area);
  axes(area, scale, value => number(value, decimalsFor(scale.step)));
  clip(area, () => drawLines(area, panes[k], x, scale.y, view.from, view.to));
  overlay(scale, []);
  const t = view.hover === null ? view.to : view.hover, decimals = Math.min(8, decimalsFor(scale.step) + 2);
  readout('pane' + k, panes[k].map(one => [`${escaped(one.name)} ${number(valueOf(one, t), decimals)}`, colours[one.colour]]));
}

/** Profits at every candle, from the candles at which they were kept. */
function spread(share) {
  const kept = keptAt(share.stride), values = column(share.values, raw.cash / 1e6), out = new Float64Array(coarse.n);
  let next = 0;
  for (let i = 0; i < coarse.n; i++) {
    if (i > kept[next]) next++;
    const before = next ? kept[next - 1] : -1, a = next ? values[next - 1] : 0;
    out[i] = a + (values[next] - a) * (i - before) / (kept[next] - before);
  }
  return out;
}

/** Bands from the starting cash: profits pile up above it, losses below; they come to equity together. */
const stacked = raw.shares.map((share, k) => ({name: share.name, colour: TONES[k % TONES.length], profit: spread(share),
  low: new Float64Array(coarse.n), high: new Float64Array(coarse.n)}));
for (let i = 0; stacked.length && i < coarse.n; i++) {
  let up = raw.cash, down = raw.cash;
  for (const band of stacked) {
    const profit = band.profit[i];
    if (profit >= 0) {
      band.low[i] = up;
      band.high[i] = up += profit;
    } else {
      band.high[i] = down;
      band.low[i] = down += profit;
    }
  }
}

function drawStack(target, x, y, from, to) {
  const {ctx} = target, step = Math.max(1, Math.floor((to - from) / (target.right - target.left)));
  for (const band of stacked) {
    ctx.beginPath();
    for (let i = from; i <= to; i += step) ctx.lineTo(x(ends[i]), y(band.high[i]));
    ctx.lineTo(x(ends[to]), y(band.high[to]));
    ctx.lineTo(x(ends[to]), y(band.low[to]));
    for (let i = to; i >= from; i -= step) ctx.lineTo(x(ends[i]), y(band.low[i]));
    ctx.closePath();
    ctx.fillStyle = colours[band.colour];
    ctx.globalAlpha = 0.45;
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}
