// The table of trades, the trade card, and everything that is wired once the page is there.
const PAGE = 25;
const several = name => new Set(trades.map(t => t[name])).size > 1;
const SHOWN = [['number', '#'], ['strategy', 'Strategy'], ['market', 'Market'], ['side', 'Side'], ['entry', 'Entry'], ['entryPrice', 'Price'], ['exit', 'Exit'],
  ['exitPrice', 'Price'], ['quantity', 'Quantity'], ['pnl', 'PnL'], ['return', 'Return'], ['r', 'R'], ['fees', 'Fees'], ['bars', 'Bars'],
  ['reason', 'Ended by']].filter(([name]) => (name !== 'strategy' && name !== 'market') || several(name));
const LEFT = new Set(['strategy', 'market', 'side', 'entry', 'exit', 'reason']);
const table = {rows: trades, sort: 'number', down: false, page: 0, lasso: null};

function cell(trade, name) {
  switch (name) {
    case 'entry': case 'exit': return moment(trade[name]);
    case 'entryPrice': case 'exitPrice': return priceOf(trade, name);
    case 'pnl': return `<span class=${trade.pnl > 0 ? 'gain' : 'loss'}>${money(trade.pnl)}</span>`;
    case 'fees': return money(trade.fees);
    case 'return': return number(trade.return, 2) + '\u00a0%';
    case 'r': return number(trade.r, 2);
    case 'quantity': return escaped(trade.cells[7]);
    case 'reason': return escaped(trade.reason);
    default: return escaped(trade[name]);
  }
}

/** In the decimals of its own market, which may not be the one that is drawn. */
function priceOf(trade, name) {
  const text = trade.cells[COLUMNS.indexOf(name)], dot = text.indexOf('.');
  return number(trade[name], dot < 0 ? 0 : text.length - dot - 1);
}

function buildTable() {
  byId('trade-view').innerHTML = `<div class=tools><input id=filter type=search spellcheck=false autocomplete=off aria-label="Filter trades"
    aria-describedby=count placeholder="pnl<0 and side=long and entry~2024-03"><button type=button id=copy>Copy CSV</button>
    <button type=button id=unlasso hidden>Drop the lasso</button>
    <button type=button id=previous>Previous</button><button type=button id=next>Next</button></div><div id=count role=status></div>
    <div class=scroll><table class=wide><caption class=hidden>Trades; a row opens its card</caption><thead><tr>${SHOWN.map(([name, title]) =>
      `<th scope=col data-sort=${name}${LEFT.has(name) ? '' : ' class=n'}><button type=button>${title}</button>`).join('')}</thead><tbody></tbody></table></div>`;
  byId('filter').addEventListener('input', refilter);
  byId('copy').addEventListener('click', copyCsv);
  byId('unlasso').addEventListener('click', () => lasso(null));
  byId('previous').addEventListener('click', () => turn(-1));
  byId('next').addEventListener('click', () => turn(1));
  document.querySelectorAll('[data-sort]').forEach(head => head.addEventListener('click', () => {
    table.down = table.sort === head.dataset.sort ? !table.down : !LEFT.has(head.dataset.sort) && head.dataset.sort !== 'number';
    table.sort = head.dataset.sort;
    refilter();
  }));
  const body = document.querySelector('#trade-view tbody');
  body.addEventListener('click', event => open(event.target.closest('tr')));
  body.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      open(event.target.closest('tr'));
      event.stopPropagation();
    }
  });
  refilter();
}

function open(row) {
  if (!row || String(getSelection())) return;
  choose(+row.dataset.trade);
  card();
}

function refilter() {
  const input = byId('filter');
  let message = '';
  try {
    const filter = parseFilter(input.value);
    const key = table.sort, sign = table.down ? -1 : 1;
    const order = (a, b) => a < b ? -sign : a > b ? sign : 0;
    table.rows = trades.filter(trade => filter(trade) && (!table.lasso || table.lasso.has(trade))).sort((a, b) => {
      const x = a[key], y = b[key];
      return Number.isNaN(x) || Number.isNaN(y) ? Number.isNaN(x) - Number.isNaN(y) : order(x, y);
    });
  } catch (error) {
    message = error.message;
  }
  input.setAttribute('aria-invalid', message !== '');
  table.page = 0;
  const sum = table.rows.reduce((total, trade) => total + trade.pnl, 0), won = table.rows.filter(trade => trade.pnl > 0).length;
  byId('count').textContent = message || `${number(table.rows.length, 0)} of ${number(trades.length, 0)} trades, profit ${money(sum)}, `
    + `${table.rows.length ? percent(won / table.rows.length, 1) : '\u2013'} won${table.lasso ? ', within the lasso' : ''}`;
  byId('unlasso').hidden = !table.lasso;
  document.querySelectorAll('[data-sort]').forEach(head => head.dataset.sort === table.sort
    ? head.setAttribute('aria-sort', table.down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort'));
  rows();
}

function turn(by) {
  table.page += by;
  rows();
}

function rows() {
  const from = table.page * PAGE, last = Math.max(0, Math.ceil(table.rows.length / PAGE) - 1);
  byId('previous').disabled = table.page === 0;
  byId('next').disabled = table.page >= last;
  byId('next').textContent = `Next (${table.page + 1} of ${last + 1})`;
  document.querySelector('#trade-view tbody').innerHTML = table.rows.slice(from, from + PAGE).map(trade =>
    `<tr tabindex=0 data-trade=${trades.indexOf(trade)}${trade.why ? ` title="${escaped(trade.why)}"` : ''}>${SHOWN.map(([name]) =>
      `<td${LEFT.has(name) ? '' : ' class=n'}>${cell(trade, name)}`).join('')}`).join('');
}

function copyCsv() {
  const quote = text => /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  const csv = [COLUMNS.join(',')].concat(table.rows.map(trade => trade.cells.map(text => quote(plainText(text))).join(','))).join('\n') + '\n';
  const done = () => {
    byId('copy').textContent = 'Copied';
    setTimeout(() => { byId('copy').textContent = 'Copy CSV'; }, 1500);
  };
  const byHand = () => {
    const area = document.createElement('textarea');
    area.value = csv;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(csv).then(done, byHand); else byHand();
}

/** Selects a trade and, when it cannot be seen well, moves the charts to it. */
function choose(index) {
  view.selected = index;
  const trade = trades[index];
  if (!trade) return redraw();
  const length = Math.max(trade.exit - trade.entry, raw.bar), span = view.to - view.from;
  if (trade.entry < view.from || trade.exit > view.to || length < span / 60) {
    const around = Math.max(length * 1.2, raw.bar * 40);
    show(trade.entry - around, trade.exit + around);
  }
  redraw();
}

function step(by) {
  if (!trades.length) return;
  const start = view.selected >= 0 ? view.selected + by : by > 0 ? Math.max(0, trades.findIndex(t => t.entry >= view.from)) : trades.length - 1;
  choose((start + trades.length) % trades.length);
  if (byId('card').open) card();
}

function card() {
  const trade = trades[view.selected], dialog = byId('card');
  if (!trade) return;
  const facts = [['Profit', cell(trade, 'pnl')], ['Return', cell(trade, 'return')], ['R', cell(trade, 'r')], ['Fees', money(trade.fees)],
    ['Entry', `${moment(trade.entry)}<br>at ${priceOf(trade, 'entryPrice')}`], ['Exit', `${moment(trade.exit)}<br>at ${priceOf(trade, 'exitPrice')}`],
    ['Furthest against it', number(trade.mae, 2) + '\u00a0%'], ['Furthest its way', number(trade.mfe, 2) + '\u00a0%'],
    ['Quantity', escaped(trade.cells[7])], ['Held', `${number(trade.bars, 0)} bars`], ['Stop', priceOf(trade, 'stop')], ['Target', priceOf(trade, 'target')],
    ['Ended by', escaped(trade.reason + (trade.why ? ': ' + trade.why : ''))], ['Strategy', escaped(trade.strategy)], ['Market', escaped(trade.market)]];
  dialog.innerHTML = `<div class=title><h2 id=card-title>Trade ${trade.number}, ${trade.side}</h2><span class=buttons>
    <button type=button data-step=-1>Previous</button><button type=button data-step=1>Next</button><button type=button data-close autofocus>Close</button></span></div>
    ${trade.market === raw.market ? '<canvas role=img aria-label="Candles around the trade"></canvas>' : ''}<dl>${facts.map(([name, value]) =>
      `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
  dialog.querySelectorAll('[data-step]').forEach(button => button.addEventListener('click', () => step(+button.dataset.step)));
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  if (!dialog.open) dialog.showModal();
  if (trade.market !== raw.market) return; // only the first market's candles are in this page
  const target = surface(dialog.querySelector('canvas'), 66, 6);
  const around = Math.max((trade.exit - trade.entry) * 0.4, raw.bar * 15), from = trade.entry - around, to = trade.exit + around;
  const {bars, scale} = pricesOn(target, from, to, [trade]), x = xOf(target, from, to);
  axes(target, scale, price, false);
  clip(target, () => {
    drawCandles(target, bars, x, scale.y);
    if (view.lines) drawLines(target, overPrice, x, scale.y, from, to);
    drawTrades(target, [trade], x, scale.y);
  });
}
