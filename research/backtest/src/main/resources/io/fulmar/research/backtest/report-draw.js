// Strokes that the charts share: colours of the page, axes, curves, candles.
const colours = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['sheet', 'paper', 'ink', 'soft', 'faint', 'line', 'grid', 'accent', 'gain', 'loss', 'hold', 'before', 'wash',
    's1', 's2', 's3', 's4', 's5', 's6']) {
    colours[name] = style.getPropertyValue('--' + name).trim();
  }
}

const TIME_STEPS = [1e3, 5e3, 15e3, 30e3, 6e4, 3e5, 9e5, 18e5, 36e5, 108e5, 216e5, 432e5, 864e5, 1728e5, 6048e5];

/** Times of the marks below a chart, on round moments; months and years once days are too many. */
function timeTicks(from, to, room) {
  const span = to - from, wanted = Math.max(4, Math.ceil(room / 100)), out = [];
  const step = TIME_STEPS.find(s => span / s <= wanted);
  if (step) {
    for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
      const date = new Date(t), atMidnight = t % 864e5 === 0;
      out.push([t, atMidnight ? day(t).slice(5) : two(date.getUTCHours()) + ':' + two(date.getUTCMinutes())
        + (step < 6e4 ? ':' + two(date.getUTCSeconds()) : '')]);
    }
    return out;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find(m => span / (m * 2.64e9) <= wanted) || 240;
  const start = new Date(from);
  for (let m = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;; m += months) {
    const t = Date.UTC(Math.floor(m / 12), m % 12, 1);
    if (t > to) return out;
    if (t >= from) out.push([t, m % 12 ? day(t).slice(0, 7) : day(t).slice(0, 4)]);
  }
}

function niceStep(span, wanted) {
  const rough = span / wanted, power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].find(m => m * power >= rough) * power;
}

/** Decimals that tell the marks of a scale apart. */
const decimalsFor = step => Math.min(10, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (/^[^1-9]*25/.test(step.toPrecision(3)) ? 1 : 0)));

/** Scale of a chart: y of a value, and its marks. */
function scaleOf(area, low, high, log, wanted = (area.bottom - area.top) / 46) {
  if (!(high > low)) {
    high += Math.abs(high) * 0.001 || 1;
    low -= Math.abs(low) * 0.001 || 1;
  }
  const f = log ? Math.log : x => x, a = f(low), b = f(high);
  const y = value => area.bottom - (f(value) - a) / (b - a) * (area.bottom - area.top);
  const marks = [];
  const step = niceStep(high - low, Math.max(2, wanted));
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) marks.push(value);
  return {y, marks, step};
}

function axes(area, scale, label, withTimes = true) {
  const {ctx} = area, x = xOf(area);
  ctx.lineWidth = 1;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.strokeStyle = colours.grid;
  ctx.fillStyle = colours.soft;
  let above = Infinity;
  for (const mark of scale.marks) {
    const y = Math.round(scale.y(mark)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(area.left, y);
    ctx.lineTo(area.right, y);
    ctx.stroke();
    if (above - y > 13) {
      ctx.fillText(label(mark), area.right + 8, y);
      above = y;
    }
  }
  if (!withTimes) return;
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'center';
  for (const [t, text] of timeTicks(view.from, view.to, area.right - area.left)) {
    const at = Math.round(x(t)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(at, area.top);
    ctx.lineTo(at, area.bottom);
    ctx.stroke();
    const half = ctx.measureText(text).width / 2;
    if (at - half >= 0 && at + half <= area.width) ctx.fillText(text, at, area.bottom + 15);
  }
}

function xOf(area, from = view.from, to = view.to) {
  const factor = (area.right - area.left) / (to - from);
  return t => area.left + (t - from) * factor;
}

function clip(area, draw) {
  const {ctx} = area;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top - 6, area.right - area.left, area.bottom - area.top + 6);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Indices of curve points to draw for the shown range, one beyond either end. */
function shown(from = view.from, to = view.to) {
  return [Math.max(0, firstAt(ends, from) - 1), Math.min(coarse.n - 1, firstAt(ends, to))];
}

/** A line through a curve; where many points share a pixel, through their extremes, so no spike is lost. */
function line(area, values, x, y, from, to, times = ends) {
  const {ctx} = area;
  ctx.beginPath();
  let pixel = -1, low = 0, high = 0, last = 0, first = true;
  const flush = () => {
    ctx.lineTo(pixel, low);
    ctx.lineTo(pixel, high);
    ctx.lineTo(pixel, last);
  };
  for (let i = from; i <= to; i++) {
    const at = Math.round(x(times[i]) * 2) / 2, height = y(values[i]);
    if (at !== pixel) {
      if (!first) flush(); else ctx.moveTo(at, height);
      first = false;
      pixel = at;
      low = high = height;
    }
    low = Math.min(low, height);
    high = Math.max(high, height);
    last = height;
  }
  if (!first) flush();
}

function extent(lists, from, to) {
  let low = Infinity, high = -Infinity;
  for (const values of lists) {
    for (let i = from; i <= to; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
  }
  return [low, high];
}

/** Candles of a range, joined so that each has at least four pixels; full bars where there are any and room for them. */
function candlesFor(from, to, width) {
  const out = [], wanted = (to - from) / (width / 4);
  const fine = detail.n && wanted < coarse.step / 3;
  if (fine) {
    const join = Math.max(1, Math.ceil(wanted / detail.step)) * detail.step;
    collect(out, detail, from, to, join);
  }
  const covered = new Map();
  for (const c of out) {
    const at = Math.floor(c.t / coarse.step);
    covered.set(at, (covered.get(at) || 0) + c.step);
  }
  const join = Math.max(1, Math.ceil(wanted / coarse.step)) * coarse.step;
  const back = [];
  collect(back, coarse, from, to, join);
  const cover = c => fine && covered.get(Math.floor(c.t / coarse.step)) || 0;
  // A candle whose bars are all drawn is left out, one with some of them stays as a shade behind.
  for (const c of back) c.ghost = cover(c) > 0;
  return back.filter(c => cover(c) < coarse.step * 0.99).concat(out);
}

function collect(out, source, from, to, join) {
  let now = null;
  for (let i = Math.max(0, firstAt(source.t, from - join)); i < source.n && source.t[i] < to; i++) {
    const t = Math.floor(source.t[i] / join) * join;
    if (!now || now.t !== t) out.push(now = {t, step: join, o: source.o[i], h: source.h[i], l: source.l[i]});
    now.h = Math.max(now.h, source.h[i]);
    now.l = Math.min(now.l, source.l[i]);
    now.c = source.c[i];
  }
}

function drawCandles(area, list, x, y) {
  const {ctx} = area;
  for (const ghost of [true, false]) {
    for (const rises of [true, false]) {
      ctx.fillStyle = rises ? colours.gain : colours.loss;
      ctx.globalAlpha = ghost ? 0.13 : 0.8;
      for (const c of list) {
        if (!c.ghost === ghost || (c.c >= c.o) !== rises) continue;
        const a = x(c.t), b = x(c.t + c.step), body = Math.max(1, (b - a) * 0.68), middle = (a + b) / 2;
        const top = y(Math.max(c.o, c.c)), bottom = y(Math.min(c.o, c.c));
        const wick = Math.min(1, Math.max(0.6, body / 3));
        ctx.fillRect(middle - wick / 2, y(c.h), wick, Math.max(0.5, y(c.l) - y(c.h)));
        ctx.fillRect(middle - body / 2, top, body, Math.max(1, bottom - top));
      }
    }
  }
  ctx.globalAlpha = 1;
}
