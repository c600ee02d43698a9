// Everything that is wired once the page is there.
function toggle(id, key) {
  byId(id).addEventListener('click', () => {
    view[key] = !view[key];
    byId(id).setAttribute('aria-pressed', view[key]);
    redraw();
  });
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  readColours();
  panels.forEach(panel => panel.draw());
}

document.body.classList.add('script');
readColours();
[['equity', drawEquity], ['overview', drawOverview], ['underwater', drawUnderwater], ['price', drawPrice]]
  .concat(panes.map((lines, k) => ['pane' + k, () => drawPane(k)])).concat(coursePanels).forEach(([id, draw]) => {
  panels.push({draw});
  (id === 'overview' ? listenOverview : listen)(byId(id), () => {
    const width = byId(id).clientWidth;
    return {left: 0, right: width - 66};
  });
});
byId('all').addEventListener('click', () => show(full.from, full.to));
if (curves.net.every((value, i) => Math.abs(value - curves.gross[i]) < 1e-9 * raw.cash)) byId('gross').hidden = true;
toggle('log', 'log');
toggle('gross', 'gross');
if (byId('stack')) toggle('stack', 'stack');
if (byId('lines')) toggle('lines', 'lines');
document.querySelectorAll('[data-from]').forEach(element => {
  const go = () => {
    const from = +element.dataset.from, to = +element.dataset.to, room = (to - from) * 0.04;
    show(from - room, to + room);
    byId('charts').scrollIntoView({behavior: 'smooth'});
  };
  element.tabIndex = 0;
  element.addEventListener('click', go);
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      go();
      event.stopPropagation();
    }
  });
});
document.addEventListener('keydown', event => {
  if (event.target.closest('input, textarea, button, summary, a') && !event.target.closest('dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'n' || event.key === 'p') step(event.key === 'n' ? 1 : -1);
  else if (event.key === 'Enter' && !event.target.closest('dialog')) card();
});
const dark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light');
byId('theme').addEventListener('click', () => theme(themeNow() === 'dark' ? 'light' : 'dark'));
dark.addEventListener('change', () => { readColours(); redraw(); });
let beforePrint = '';
addEventListener('beforeprint', () => {
  beforePrint = document.documentElement.dataset.theme || '';
  theme('light');
});
addEventListener('afterprint', () => {
  if (beforePrint) theme(beforePrint);
  else {
    delete document.documentElement.dataset.theme;
    readColours();
    redraw();
  }
});
addEventListener('resize', redraw);
buildTable();
if (reach) {
  panels.push({draw: drawExcursions});
  listenExcursions(byId('excursions'));
}
byId('daily').addEventListener('toggle', buildCalendar, {once: true});
byId('daily').open = raw.days.length < 3000;
show(full.from, full.to);
