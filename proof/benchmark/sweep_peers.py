"""Sweeps of an SMA cross in numpy and in vectorbt's low-level engine: combination-bars a second of CPU time, on one core.

numpy:    whole arrays, averages given, signals and equity marked at every close with its worst fall.
vectorbt: signals given too, and no figure reckoned from the orders that come back. The best of one column and of sixteen at once.
"""
import sys
import time

import numpy as np

BARS = 525_600
FEE = 0.0004
STOP, TARGET = 0.006, 0.012
FASTS = range(100, 900, 200)
SLOWS = range(1_010, 9_010, 2_000)
WARM = 11_000


def market():
    """A random walk whose bars move as much as those of the other side of the comparison."""
    random = np.random.default_rng(7)
    close = 30_000 * np.exp(np.cumsum(random.normal(0, 0.0008, BARS)))
    opens = np.r_[close[0], close[:-1]]
    reach = np.abs(random.normal(0, 0.0005, (2, BARS)))
    high = np.maximum(opens, close) * (1 + reach[0])
    low = np.minimum(opens, close) * (1 - reach[1])
    return opens, high, low, close


def best(rounds, work):
    least = float("inf")
    for _ in range(rounds):
        before = time.process_time()
        work()
        least = min(least, time.process_time() - before)
    return least


def tell(name, seconds, combinations):
    rate = combinations * BARS / seconds
    print(f"{name}: {rate / 1e6:.1f} M combination-bars/s a core")
    return rate


def averages(close, windows):
    sums = np.r_[0, np.cumsum(close)]
    out = []
    for window in windows:
        average = np.zeros(BARS)
        average[window - 1 :] = (sums[window:] - sums[:-window]) / window
        out.append(average)
    return out


def numpy_sweep(close, fasts, slows):
    for fast in fasts:
        for slow in slows:
            above = fast > slow
            above[:WARM] = False
            held = np.r_[0, 0, above[:-2]].astype(float)
            growth = np.ones(BARS)
            growth[1:] = 1 + held[1:] * (close[1:] / close[:-1] - 1)
            growth *= 1 - FEE * np.abs(np.diff(held, prepend=0))
            equity = np.cumprod(growth)
            peak = np.maximum.accumulate(equity)
            (equity / peak).min()


def signals(fasts, slows):
    entries, exits = [], []
    for fast in fasts:
        for slow in slows:
            above = fast > slow
            above[:WARM] = False
            turned = np.diff(above.astype(np.int8), prepend=0)
            entries.append(np.r_[False, (turned > 0)[:-1]])
            exits.append(np.r_[False, (turned < 0)[:-1]])
    return np.array(entries).T, np.array(exits).T


def vectorbt_run(bars, entries, exits, stops):
    from vectorbt.portfolio.dispatch import simulate_from_signals

    columns = entries.shape[1]
    opens, high, low, close = (np.ascontiguousarray(one.reshape(-1, 1)) for one in bars)
    stop = {"sl_stop": np.asarray(STOP), "tp_stop": np.asarray(TARGET), "use_stops": True} if stops else {"use_stops": False}
    return simulate_from_signals(
        (BARS, columns),
        np.ones(columns, dtype=np.int64),
        np.full(columns, 10_000.0),
        np.zeros((BARS, columns), dtype=np.int64),
        entries=entries,
        exits=exits,
        price=opens,
        fees=np.asarray(FEE),
        open=opens,
        high=high,
        low=low,
        close=close,
        max_orders=BARS // 20,
        engine="rust",
        **stop,
    )


def vectorbt_rate(bars, entries, exits, stops):
    rates = []
    for columns in (1, entries.shape[1]):
        for order in ("C", "F"):
            first = np.array(entries[:, :columns], order=order)
            second = np.array(exits[:, :columns], order=order)
            try:
                seconds = best(5, lambda: vectorbt_run(bars, first, second, stops))
            except ValueError as wrong_order:
                print(f"  ({order} order is not taken: {str(wrong_order)[:100]})", file=sys.stderr)
                continue
            rates.append((columns * BARS / seconds, columns, order))
    rate, columns, order = max(rates)
    orders = len(vectorbt_run(bars, np.asfortranarray(entries), np.asfortranarray(exits), stops)[0])
    what = "stop and target" if stops else "no stops"
    print(
        f"vectorbt {version()} low level (Rust), {what}, {orders / entries.shape[1]:.0f} orders a combination: "
        f"{rate / 1e6:.1f} M combination-bars/s a core"
    )
    return rate


def version():
    from importlib.metadata import version as of

    return of("vectorbt")


def ratio(ours, theirs, goal):
    print(f"  Fulmar is {ours / theirs:.0f} times as fast, goal {goal}")


def main():
    ours_stops, ours_plain = (float(one) for one in sys.argv[1:3])
    bars = market()
    close = bars[3]
    fasts, slows = averages(close, FASTS), averages(close, SLOWS)
    combinations = len(fasts) * len(slows)
    name = f"numpy {np.__version__}, whole arrays, equity and worst fall at every close"
    ratio(ours_plain, tell(name, best(3, lambda: numpy_sweep(close, fasts, slows)), combinations), 30)
    try:
        import vectorbt_rust  # noqa: F401
    except ImportError as missing:
        print(f"SKIPPED: vectorbt's Rust engine: {missing}")
        return
    entries, exits = signals(fasts, slows)
    ratio(ours_stops, vectorbt_rate(bars, entries, exits, True), 30)
    ratio(ours_plain, vectorbt_rate(bars, entries, exits, False), 30)


if __name__ == "__main__":
    main()
