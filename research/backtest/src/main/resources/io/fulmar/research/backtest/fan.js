// How far into the future a fan is read: everything behind the chosen trade is dimmed, and the figures are those of that moment.
function horizons() {
  const percent = value => (value * 100).toLocaleString('en', {minimumFractionDigits: 1, maximumFractionDigits: 1}).replace('-', '\u2212') + '\u00a0%';
  document.querySelectorAll('.horizon').forEach(tools => {
    const points = tools.dataset.fan.split(';').map(point => point.split(',').map(Number)), last = points.length - 1;
    const trades = +tools.dataset.trades, days = +tools.dataset.days, range = tools.querySelector('input'), words = tools.querySelector('output');
    const later = tools.parentElement.querySelector('.later'), left = +tools.dataset.left, right = +tools.dataset.right;
    const show = () => {
      const at = +range.value, [low, lower, middle, upper, high] = points[at].map(value => value - 1), x = left + at / last * (right - left);
      later.setAttribute('x', x);
      later.setAttribute('width', right - x);
      const after = Math.round(at / last * trades), time = days > 0 ? `, about ${Math.round(at / last * days)} days` : '';
      range.setAttribute('aria-valuetext', `${after} trades`);
      words.textContent = `After ${after} of ${trades} trades${time}: the median is ${percent(middle)}, half of the runs lie between ${percent(lower)} and ${percent(upper)}, `
        + `nine in ten between ${percent(low)} and ${percent(high)}.`;
    };
    range.addEventListener('input', show);
    tools.hidden = false;
    show();
  });
}
horizons();
