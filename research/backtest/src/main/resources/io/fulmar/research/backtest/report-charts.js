// Charts 1 to 3: equity with its overview strip, drawdown, price with the trades on it.
let area = null;
const CROWDED = 250;

function overlay(scale, values) {
  const {ctx} = area, x = xOf(area);
  if (view.brush) {
    const [a, b] = view.brush.map(x);
    ctx.fillStyle = colours.wash;
    ctx.fillRect(Math.min(a, b), area.top, Math.abs(b - a), area.bottom - area.top);
  }
  if (view.hover === null || view.hover < view.from || view.hover > view.to) return;
  const at = Math.round(x(view.hover)) + 0.5;
  ctx.strokeStyle = colours.faint;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(at, area.top);
  ctx.lineTo(at, area.bottom);
  ctx.stroke();
  ctx.setLineDash([]);
  for (const [value, colour] of values) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x(ends[pointed()]), scale.y(value), 3, 0, 7);
    ctx.fill();
  }
}

/** Point of the curves at the crosshair, or the last one shown. */
function pointed() {
  const t = view.hover === null ? view.to : view.hover;
  return Math.min(coarse.n - 1, Math.max(0, firstAt(ends, t)));
}

function readout(id, parts) {
  byId(id + '-readout').innerHTML = parts.map(([text, colour]) =>
    `<i${colour ? ` style="--c:${colour}"` : ' class=bare'}>${text}</i>`).join('');
}

/** Zoomed in, what is compared starts level with equity at the left edge: bought there, or without costs from there on. */
function fromHere(values, from) {
  const factor = from > 0 ? curves.net[from] / values[from] : 1;
  return factor === 1 ? values : values.map(value => value * factor);
}

function drawEquity() {
  area = surface(byId('equity'));
  const [from, to] = shown(), hold = fromHere(curves.hold, from), gross = fromHere(curves.gross, from);
  const lists = [curves.net, hold].concat(view.gross ? [gross] : []), here = from > 0 ? ' from here' : '';
  if (view.stack) lists.push(...stacked.flatMap(band => [band.low, band.high]));
  const [low, high] = extent(lists, from, to), room = (high - low) * 0.04;
  const log = view.log && low > 0;
  const scale = scaleOf(area, log ? low * 0.995 : low - room, log ? high * 1.005 : high + room, log);
  axes(area, scale, value => number(value, decimalsFor(scale.step)));
  const x = xOf(area);
  clip(area, ctx => {
    ctx.lineJoin = 'round';
    const curve = (values, colour, width) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      line(area, values, x, scale.y, from, to);
      ctx.stroke();
    };
    if (view.stack) drawStack(area, x, scale.y, from, to);
    curve(hold, colours.hold, 1.1);
    if (view.gross) curve(gross, colours.before, 1.3);
    curve(curves.net, colours.accent, 1.9);
    ctx.lineTo(x(ends[to]), area.bottom);
    ctx.lineTo(x(ends[from]), area.bottom);
    ctx.fillStyle = colours.wash;
    ctx.globalAlpha = view.stack ? 0 : 0.6;
    ctx.fill();
    ctx.globalAlpha = 1;
  });
  const i = pointed();
  overlay(scale, [[curves.net[i], colours.accent], [hold[i], colours.hold]]);
  readout('equity', [[moment(ends[i])], ['Equity ' + money(curves.net[i]), colours.accent], [`Buy and hold${here} ${money(hold[i])}`, colours.hold]]
    .concat(view.gross ? [[`Before costs${here} ${money(gross[i])}`, colours.before]] : [])
    .concat(view.stack ? stacked.map(band => [`${escaped(band.name)} ${money(band.profit[i])}`, colours[band.colour]]) : []));
}

function drawOverview() {
  area = surface(byId('overview'), 66, 0);
  area.top = 3;
  area.bottom -= 3;
  const {ctx} = area, x = xOf(area, full.from, full.to), [low, high] = extent([curves.net], 0, coarse.n - 1);
  const scale = scaleOf(area, low, high, view.log && low > 0);
  ctx.fillStyle = colours.sheet;
  ctx.fillRect(area.left, 0, area.right - area.left, area.height);
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = 1;
  line(area, curves.net, x, scale.y, 0, coarse.n - 1);
  ctx.stroke();
  const a = x(view.from), b = x(view.to);
  ctx.fillStyle = colours.paper;
  ctx.globalAlpha = 0.78;
  ctx.fillRect(area.left, 0, a - area.left, area.height);
  ctx.fillRect(b, 0, area.right - b, area.height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colours.faint;
  ctx.strokeRect(a + 0.5, 0.5, Math.max(2, b - a - 1), area.height - 1);
  ctx.fillStyle = colours.faint;
  for (const at of [a, b]) ctx.fillRect(Math.min(Math.max(at - 2, 0), area.right - 4), area.height / 2 - 9, 4, 18);
}

function drawUnderwater() {
  area = surface(byId('underwater'));
  const [from, to] = shown(), [low] = extent([curves.depth, curves.holdDepth], from, to), x = xOf(area);
  const scale = scaleOf(area, Math.min(low * 1.06, -0.001), 0, false);
  axes(area, scale, value => number(value * 100, scale.step < 0.01 ? 1 : 0) + ' %');
  clip(area, ctx => {
    ctx.strokeStyle = ctx.fillStyle = colours.loss;
    ctx.lineWidth = 1.3;
    line(area, curves.depth, x, scale.y, from, to);
    ctx.stroke();
    ctx.lineTo(x(ends[to]), area.top);
    ctx.lineTo(x(ends[from]), area.top);
    ctx.globalAlpha = 0.16;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = colours.hold;
    ctx.lineWidth = 1;
    line(area, curves.holdDepth, x, scale.y, from, to);
    ctx.stroke();
  });
  const i = pointed();
  overlay(scale, [[curves.depth[i], colours.loss]]);
  readout('underwater', [['Strategy ' + percent(curves.depth[i]), colours.loss], ['Buy and hold ' + percent(curves.holdDepth[i]), colours.hold]]);
}

/** Those of the market whose candles are here. */
const drawn = trades.filter(trade => trade.market === raw.market);

/** Trades that touch a range; they are in order of closing, not of opening, so all are looked at. */
let rangeBefore = '', tradesBefore = [];
function tradesIn(from, to) {
  const key = from + ',' + to;
  if (key !== rangeBefore) {
    tradesBefore = drawn.filter(trade => trade.exit >= from && trade.entry <= to);
    rangeBefore = key;
  }
  return tradesBefore;
}
const largest = drawn.reduce((most, trade) => Math.max(most, trade.quantity), 0) || 1;

function arrow(ctx, x, y, up, size) {
  ctx.beginPath();
  ctx.moveTo(x, y + (up ? 3 : -3));
  ctx.lineTo(x - size * 0.62, y + (up ? 3 + size : -3 - size));
  ctx.lineTo(x + size * 0.62, y + (up ? 3 + size : -3 - size));
  ctx.closePath();
  ctx.fill();
}

function drawTrades(target, list, x, y) {
  const {ctx} = target, crowded = list.length > CROWDED;
  if (crowded) {
    for (const wins of [true, false]) {
      ctx.strokeStyle = wins ? colours.gain : colours.loss;
      ctx.globalAlpha = 0.5;
      ctx.lineWidth = 1.2;
      ctx.beginPath();
      for (const trade of list) {
        if (trade.pnl > 0 !== wins) continue;
        const a = x(trade.entry);
        ctx.moveTo(a, y(trade.entryPrice));
        ctx.lineTo(Math.max(x(trade.exit), a + 1), y(trade.exitPrice));
      }
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    list = list.filter(trade => trade === trades[view.selected]);
  }
  for (const trade of list) {
    const a = x(trade.entry), b = Math.max(x(trade.exit), a + 1), chosen = trades[view.selected] === trade;
    const tone = trade.pnl > 0 ? colours.gain : colours.loss;
    if (chosen) {
      ctx.fillStyle = colours.wash;
      ctx.fillRect(a - 2, target.top, b - a + 4, target.bottom - target.top);
    }
    ctx.strokeStyle = tone;
    ctx.lineWidth = chosen ? 2 : 1.2;
    ctx.beginPath();
    ctx.moveTo(a, y(trade.entryPrice));
    ctx.lineTo(b, y(trade.exitPrice));
    ctx.stroke();
    if (chosen || list.length <= 40) {
      ctx.setLineDash([4, 3]);
      ctx.lineWidth = 1;
      for (const [level, colour] of [[trade.stop, colours.loss], [trade.target, colours.gain]]) {
        if (!Number.isFinite(level)) continue;
        ctx.strokeStyle = colour;
        ctx.beginPath();
        ctx.moveTo(a, y(level));
        ctx.lineTo(Math.max(b, a + 6), y(level));
        ctx.stroke();
      }
      ctx.setLineDash([]);
    }
    const long = trade.side === 'long';
    ctx.fillStyle = colours.accent;
    arrow(ctx, a, y(trade.entryPrice), long, 6 + 5 * Math.sqrt(trade.quantity / largest));
    ctx.strokeStyle = tone;
    ctx.fillStyle = colours.sheet;
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    ctx.arc(b, y(trade.exitPrice), 3.4, 0, 7);
    ctx.fill();
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** Candles of any range and the scale they need on an area, trades included; remembered while only the crosshair moves. */
const remembered = {key: '', value: null};
function pricesOn(target, from, to, list) {
  const key = [from, to, target.right, target.bottom, list.length, view.lines].join();
  if (remembered.key !== key) {
    remembered.value = reckonPrices(target, from, to, list);
    remembered.key = key;
  }
  return remembered.value;
}

function reckonPrices(target, from, to, list) {
  const bars = candlesFor(from, to, target.right - target.left);
  let low = Infinity, high = -Infinity;
  for (const c of bars) {
    low = Math.min(low, c.l);
    high = Math.max(high, c.h);
  }
  const span = high - low;
  for (const one of view.lines ? overPrice : []) {
    const [least, most] = extentOf(one, from, to);
    // A band around the candles belongs to the picture; a line far away would flatten them.
    if (least > low - span * 0.6) low = Math.min(low, least);
    if (most < high + span * 0.6) high = Math.max(high, most);
  }
  for (const trade of list.length <= 40 ? list : []) {
    for (const level of [trade.entryPrice, trade.exitPrice, trade.stop, trade.target]) {
      // A level far away would flatten the candles; it may leave the chart instead.
      if (level > low - (high - low) * 0.6 && level < high + (high - low) * 0.6) {
        low = Math.min(low, level);
        high = Math.max(high, level);
      }
    }
  }
  const room = (high - low) * 0.05, scale = scaleOf(target, low - room, high + room, false);
  return {bars, scale};
}

/** Too many trades for arrows: a ribbon instead, a cell of it in the colour of the profit made in its time. */
function drawRibbon(target, list, x) {
  const {ctx} = target, width = 4, sums = new Map();
  for (const trade of list) {
    const at = Math.floor(x(trade.exit) / width);
    sums.set(at, (sums.get(at) || 0) + trade.pnl);
  }
  const most = Math.max(...Array.from(sums.values(), Math.abs)) || 1;
  for (const [at, sum] of sums) {
    ctx.fillStyle = sum > 0 ? colours.gain : colours.loss;
    ctx.globalAlpha = 0.2 + 0.8 * Math.abs(sum) / most;
    ctx.fillRect(at * width, target.bottom - 7, width, 7);
  }
  ctx.globalAlpha = 1;
}

function drawPrice() {
  area = surface(byId('price'));
  const list = tradesIn(view.from, view.to), {bars, scale} = pricesOn(area, view.from, view.to, list), x = xOf(area);
  axes(area, scale, value => number(value, decimalsFor(scale.step)));
  clip(area, () => {
    drawCandles(area, bars, x, scale.y);
    if (view.lines) drawLines(area, overPrice, x, scale.y, view.from, view.to);
    if (list.length > CROWDED) drawRibbon(area, list, x);
    drawTrades(area, list, x, scale.y);
  });
  overlay(scale, []);
  const t = view.hover === null ? view.to - 1 : view.hover;
  const c = bars.filter(bar => !bar.ghost && bar.t <= t && t < bar.t + bar.step).pop();
  const over = view.lines ? overPrice.map(one => [`${escaped(one.name)} ${price(valueOf(one, t))}`, colours[one.colour]]) : [];
  const parts = c ? [[moment(c.t)], [`O ${price(c.o)}`], [`H ${price(c.h)}`], [`L ${price(c.l)}`], [`C ${price(c.c)}`]] : [];
  const trade = trades[view.selected];
  if (trade) parts.push([`#${trade.number} ${trade.side} ${money(trade.pnl)}`, trade.pnl > 0 ? colours.gain : colours.loss]);
  else parts.push([`${number(list.length, 0)} trades shown`]);
  readout('price', parts.concat(over));
}
