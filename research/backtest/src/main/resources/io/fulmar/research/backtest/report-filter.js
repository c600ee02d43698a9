// The filter over trades: comparisons joined by and, or, not and brackets, such as  pnl<0 and side=long
const FIELDS = {
  number: t => t.number, strategy: t => t.strategy, market: t => t.market, symbol: t => t.market, side: t => t.side, pnl: t => t.pnl, fees: t => t.fees, return: t => t.return,
  r: t => t.r, bars: t => t.bars, minutes: t => (t.exit - t.entry) / 6e4, quantity: t => t.quantity, entryprice: t => t.entryPrice,
  exitprice: t => t.exitPrice, stop: t => t.stop, target: t => t.target, mae: t => t.mae, mfe: t => t.mfe, reason: t => t.reason, why: t => t.why,
  entry: t => t.cells[3], exit: t => t.cells[5], hour: t => new Date(t.entry).getUTCHours(),
  weekday: t => ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(t.entry).getUTCDay()],
};
const TEXTS = new Set(['strategy', 'market', 'symbol', 'side', 'reason', 'why', 'entry', 'exit', 'weekday']);

/** A function of a trade, or an Error that says what is wrong where. */
function parseFilter(text) {
  const tokens = text.match(/"[^"]*"|<=|>=|!=|[<>=~()]|[^\s<>=~()!]+|!/g) || [];
  let at = 0;
  const peek = () => (tokens[at] || '').toLowerCase();
  const fail = what => { throw new Error(what); };
  const any = () => {
    let left = all();
    while (peek() === 'or') {
      at++;
      const a = left, b = all();
      left = t => a(t) || b(t);
    }
    return left;
  };
  const all = () => {
    let left = one();
    while (peek() === 'and') {
      at++;
      const a = left, b = one();
      left = t => a(t) && b(t);
    }
    return left;
  };
  const one = () => {
    if (peek() === 'not') {
      at++;
      const inner = one();
      return t => !inner(t);
    }
    if (peek() === '(') {
      at++;
      const inner = any();
      if (peek() !== ')') fail('a closing bracket is missing');
      at++;
      return inner;
    }
    return comparison();
  };
  const comparison = () => {
    const name = peek(), read = FIELDS[name];
    if (!read) fail(name ? `"${tokens[at]}" is no field; there are ${Object.keys(FIELDS).join(', ')}` : 'a comparison is missing at the end');
    at++;
    const sign = peek();
    if (!['<', '<=', '>', '>=', '=', '!=', '~'].includes(sign)) fail(`after ${name} comes one of < <= > >= = != ~`);
    at++;
    if (tokens[at] === undefined) fail(`${name} ${sign} what?`);
    const word = tokens[at++].replace(/^"|"$/g, '').toLowerCase();
    if (TEXTS.has(name) || sign === '~') return words(read, sign, word);
    const value = Number(word.replace(/%$/, ''));
    if (word === '' || Number.isNaN(value)) fail(`${name} is compared with a number, not "${word}"`);
    return t => compare(read(t), sign, value);
  };
  const words = (read, sign, word) => t => {
    const value = String(read(t)).toLowerCase();
    // A date stands for all of its moments: entry<=2024-03 includes March.
    return sign === '~' ? value.includes(word) : compare(sign === '=' || sign === '!=' || sign === '<=' || sign === '>' ? value.slice(0, isDate(word)
      ? word.length : undefined) : value, sign, word);
  };
  const isDate = word => /^\d{4}-\d/.test(word);
  const compare = (a, sign, b) => sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : sign === '>=' ? a >= b
    : sign === '=' ? a === b : a !== b;
  if (!tokens.length) return () => true;
  const filter = any();
  if (at < tokens.length) fail(`"${tokens[at]}" is not expected; join comparisons with and, or`);
  return filter;
}
