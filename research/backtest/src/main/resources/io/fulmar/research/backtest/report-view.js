// One range of time for all charts, and the ways to change it.
const full = {from: coarse.t[0], to: ends[coarse.n - 1]};
const view = {from: full.from, to: full.to, hover: null, selected: -1, log: false, gross: false, stack: false, lines: true};
const SHORTEST = raw.bar * 12;
const panels = [];
let waiting = false;

function redraw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    panels.forEach(panel => panel.draw());
  });
}

function show(from, to) {
  const span = Math.min(Math.max(to - from, SHORTEST), full.to - full.from);
  const start = Math.min(Math.max(from + (to - from - span) / 2, full.from), full.to - span);
  view.from = start;
  view.to = start + span;
  const days = span / 864e5;
  byId('range').textContent = `${moment(view.from)} to ${moment(view.to)} UTC, ${days >= 2 ? number(days, 0) + ' days' : number(days * 24, 1) + ' hours'}`;
  redraw();
}

function zoom(factor, centre = (view.from + view.to) / 2) {
  show(centre - (centre - view.from) * factor, centre + (view.to - centre) * factor);
}

function pan(share) {
  const by = (view.to - view.from) * share;
  show(view.from + by, view.to + by);
}

/** A canvas with its size in CSS pixels; areas are the same in all charts, so times stand below each other. */
function surface(canvas, right = 66, bottom = 20) {
  const ratio = window.devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const ctx = canvas.getContext('2d');
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.font = '11.5px system-ui, "DejaVu Sans", sans-serif';
  return {ctx, left: 0, top: 8, right: width - right, bottom: height - bottom, width, height};
}

/** Hover, drag to zoom, double-click, wheel with a key, and the keyboard, on one chart. */
function listen(canvas, areaOf) {
  let from = null;
  const timeAt = event => {
    const area = areaOf(), x = event.clientX - canvas.getBoundingClientRect().left;
    return view.from + Math.min(Math.max((x - area.left) / (area.right - area.left), 0), 1) * (view.to - view.from);
  };
  canvas.addEventListener('pointerdown', event => {
    if (event.button) return;
    from = event.shiftKey ? {pan: timeAt(event)} : {time: timeAt(event), x: event.clientX};
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    const time = timeAt(event);
    if (from && from.pan) {
      const by = from.pan - time;
      show(view.from + by, view.to + by);
    }
    view.hover = time;
    view.brush = from && from.time && Math.abs(event.clientX - from.x) > 4 ? [from.time, time] : null;
    redraw();
  });
  canvas.addEventListener('pointerup', event => {
    if (view.brush) show(Math.min(...view.brush), Math.max(...view.brush));
    else if (from && from.time) choose(nearest(from.time, canvas, event));
    from = view.brush = null;
  });
  canvas.addEventListener('pointercancel', () => { from = view.brush = null; redraw(); });
  canvas.addEventListener('pointerleave', () => { if (!from) { view.hover = null; redraw(); } });
  canvas.addEventListener('dblclick', () => show(full.from, full.to));
  canvas.addEventListener('wheel', event => {
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX / 800);
    else if (event.ctrlKey || event.metaKey || event.altKey) zoom(Math.exp(event.deltaY / 300), timeAt(event));
    else return;
    event.preventDefault();
  }, {passive: false});
  canvas.addEventListener('keydown', event => {
    const act = {'+': () => zoom(0.6), '=': () => zoom(0.6), '-': () => zoom(1 / 0.6), ArrowLeft: () => pan(-0.2),
      ArrowRight: () => pan(0.2), Home: () => show(full.from, full.to), 0: () => show(full.from, full.to)}[event.key];
    if (act && !event.ctrlKey && !event.metaKey) {
      act();
      event.preventDefault();
    }
  });
}

/** The trade at a time, if the price chart was clicked near one. */
function nearest(time, canvas) {
  if (canvas.id !== 'price') return -1;
  const reach = (view.to - view.from) * 0.01;
  let best = -1, distance = reach;
  trades.forEach((trade, i) => {
    const away = time < trade.entry ? trade.entry - time : time > trade.exit ? time - trade.exit : 0;
    if (away < distance) {
      best = i;
      distance = away;
    }
  });
  return best;
}

/** The strip below the equity chart: the whole run, with the shown range to drag by its middle or its ends. */
function listenOverview(canvas, areaOf) {
  let grip = null;
  const timeAt = event => {
    const area = areaOf(), x = event.clientX - canvas.getBoundingClientRect().left;
    return full.from + (x - area.left) / (area.right - area.left) * (full.to - full.from);
  };
  canvas.addEventListener('pointerdown', event => {
    const time = timeAt(event), near = (full.to - full.from) * 0.012;
    const whole = view.to - view.from > (full.to - full.from) * 0.98;
    grip = Math.abs(time - view.from) < near && !whole ? {end: view.to} : Math.abs(time - view.to) < near && !whole ? {end: view.from}
      : time > view.from && time < view.to && !whole ? {by: time - view.from} : {end: time};
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    if (!grip) return;
    const time = timeAt(event), span = view.to - view.from;
    if (grip.by !== undefined) show(time - grip.by, time - grip.by + span);
    else show(Math.min(time, grip.end), Math.max(time, grip.end));
  });
  canvas.addEventListener('pointerup', () => { grip = null; });
  canvas.addEventListener('dblclick', () => show(full.from, full.to));
  canvas.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      pan(event.key === 'ArrowLeft' ? -0.5 : 0.5);
      event.preventDefault();
    }
  });
}
