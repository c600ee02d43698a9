// Unpacks what ReportData wrote. Times are milliseconds since 1970, prices and money plain numbers.
const raw = JSON.parse(document.getElementById('data').textContent);

function column(text, scale) {
  const out = unpack(text);
  let sum = 0;
  for (let i = 0; i < out.length; i++) out[i] = (sum += out[i]) * scale;
  return out;
}

/** Candles: five numbers each, see Packed.candle. */
function candles(text, step) {
  const flat = unpack(text), n = flat.length / 5, scale = 10 ** raw.decimals;
  const c = {step, n, t: new Float64Array(n), o: new Float64Array(n), h: new Float64Array(n), l: new Float64Array(n), c: new Float64Array(n)};
  let time = 0, last = 0;
  for (let i = 0, j = 0; i < n; i++, j += 5) {
    time += flat[j];
    const open = last + flat[j + 1], close = open + flat[j + 2];
    c.t[i] = time * step;
    c.o[i] = open / scale;
    c.c[i] = close / scale;
    c.h[i] = (Math.max(open, close) + flat[j + 3]) / scale;
    c.l[i] = (Math.min(open, close) - flat[j + 4]) / scale;
    last = close;
  }
  return c;
}

const coarse = candles(raw.candles, raw.bucket);
const detail = candles(raw.detail, raw.bar);
const curves = {
  net: column(raw.net, raw.cash / 1e6),
  gross: column(raw.gross, raw.cash / 1e6),
  depth: column(raw.depth, 1e-6),
  hold: Array.from(coarse.c, close => raw.cash * close / coarse.o[0]),
};
curves.holdDepth = (() => {
  let peak = raw.cash;
  return curves.hold.map(value => value / (peak = Math.max(peak, value)) - 1);
})();
/** A curve's point stands at its candle's end. */
const ends = Array.from(coarse.t, t => t + coarse.step);

const COLUMNS = ['number', 'strategy', 'side', 'entry', 'entryPrice', 'exit', 'exitPrice', 'quantity', 'pnl', 'fees', 'return', 'r', 'bars',
  'reason', 'why', 'stop', 'target', 'mae', 'mfe', 'market'];
const WORDS = new Set(['strategy', 'side', 'reason', 'why', 'market']);

const plainText = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

function instant(text) {
  return Date.UTC(+text.slice(0, 4), text.slice(5, 7) - 1, +text.slice(8, 10), +text.slice(11, 13), +text.slice(14, 16), +text.slice(17, 19))
    + (text.length > 20 ? +text.slice(20) : 0);
}

/** The rows stand in a noscript element, which is plain text to a browser that runs this. */
const trades = (() => {
  const text = byId('trade-rows').textContent, out = [];
  for (let at = text.indexOf('<tr><td>'); at >= 0;) {
    const next = text.indexOf('\n', at);
    const cells = text.slice(at + 8, next).split('<td>'), trade = {cells};
    if (cells.length < COLUMNS.length) cells.push(raw.market);
    COLUMNS.forEach((name, i) => {
      const cell = cells[i];
      trade[name] = WORDS.has(name) ? plainText(cell) : name === 'entry' || name === 'exit' ? instant(cell) : cell === '' ? NaN : +cell;
    });
    out.push(trade);
    at = text.indexOf('<tr><td>', next);
  }
  return out;
})();

/** First index whose value is at or after x. */
function firstAt(values, x) {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < x) low = middle + 1; else high = middle;
  }
  return low;
}

const grouped = new Map();
function number(value, decimals) {
  if (!Number.isFinite(value)) return '\u2013';
  if (!grouped.has(decimals)) {
    grouped.set(decimals, new Intl.NumberFormat('en', {minimumFractionDigits: decimals, maximumFractionDigits: decimals}));
  }
  return grouped.get(decimals).format(value).replace(/^-(?=[0.]*$)/, '').replace('-', '\u2212');
}
const price = value => number(value, raw.decimals);
const money = value => number(value, raw.money);
const percent = (fraction, decimals = 2) => number(fraction * 100, decimals) + '\u00a0%';
const two = value => String(value).padStart(2, '0');
const day = t => new Date(t).toISOString().slice(0, 10);
const moment = t => new Date(t).toISOString().slice(0, raw.bar < 60000 ? 19 : 16).replace('T', ' ');
const escaped = text => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
