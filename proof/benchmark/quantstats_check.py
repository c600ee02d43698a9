#!/usr/bin/env python3
"""Compares every metric of `fulmar metrics` with quantstats 0.0.86 on 50 seeded series of returns, to 1e-9.

    python3 proof/benchmark/quantstats_check.py                       # runs ./fulmar metrics
    python3 proof/benchmark/quantstats_check.py --env DIR -- CMD...   # keeps quantstats in DIR, runs CMD... instead
    python3 proof/benchmark/quantstats_check.py --table               # prints the expected values of MetricsTest

The command gets `--csv FILE --periods 365 --json` appended. quantstats is installed from PyPI into a folder of its
own; where that cannot be done the script says SKIPPED and ends with 0. It ends with 1 if a figure differs.
"""
import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import venv

VERSION = "0.0.86"
PERIODS = 365
SERIES = 50
TOLERANCE = 1e-9
# Functions that give no single number, draw at random, or need more than returns.
NOT_A_METRIC = {
    "compsum", "distribution", "outliers", "remove_outliers", "implied_volatility", "montecarlo", "montecarlo_sharpe",
    "montecarlo_drawdown", "montecarlo_cagr", "to_drawdown_series", "drawdown_details", "monthly_returns", "pct_rank",
    "rolling_volatility", "rolling_sharpe", "rolling_sortino", "compare", "safe_concat", "safe_resample",
    "validate_input", "warn",
}
# Series small enough to be read: the table of MetricsTest holds what quantstats makes of them.
WRITTEN_OUT = {
    "mixed": [0.01, -0.02, 0.03, 0, 0.02],
    "month": [0.0123, -0.0045, 0.0311, -0.0278, 0.0004, 0, 0, 0.0192, -0.0508, 0.0087, 0.0099, -0.0013, 0.0277, 0.0416,
              -0.0231, -0.0066, 0.0158, 0, -0.0147, 0.0739, -0.0302, 0.0021, 0.0064, -0.0109],
    "winsOnly": [0.01, 0.02, 0.005, 0.04],
    "lossesOnly": [-0.01, -0.02, -0.005, -0.04],
    "constantLoss": [-0.01, -0.01, -0.01, -0.01],
    "still": [0, 0, 0, 0],
    "one": [0.02],
    "two": [-0.03, 0.05],
    "ruined": [0.1, -1.2, 0.3, 0.1],
}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--env", default=os.path.join(tempfile.gettempdir(), "fulmar-quantstats-" + VERSION))
    options.add_argument("--table", action="store_true")
    options.add_argument("command", nargs="*", default=["./fulmar", "metrics"])
    asked = options.parse_args()
    enter(asked.env)
    if asked.table:
        table()
    else:
        sys.exit(compare(asked.command))


def enter(env):
    """Goes on inside a Python that has quantstats, making one if need be."""
    python = os.path.join(env, "bin", "python")
    if os.path.realpath(sys.prefix) == os.path.realpath(env):
        return
    have = [python, "-c", f"import importlib.metadata as m; assert m.version('quantstats') == '{VERSION}'"]
    if not os.path.exists(python) or subprocess.run(have, capture_output=True).returncode:
        venv.create(env, with_pip=True)
        made = subprocess.run([python, "-m", "pip", "install", "--quiet", f"quantstats=={VERSION}"],
                              capture_output=True, text=True)
        if made.returncode:
            print(f"SKIPPED: quantstats {VERSION} cannot be installed:", made.stderr.strip().splitlines()[-1:])
            sys.exit(0)
    os.execv(python, [python] + sys.argv)


def reference(returns, times=None):
    """What quantstats says: camelCase name -> number, or None where it says NaN or infinite."""
    import inspect
    import warnings
    import pandas
    from quantstats import stats
    warnings.simplefilter("ignore")
    index = pandas.DatetimeIndex(times) if times else pandas.date_range("2024-01-01", periods=len(returns))
    series = pandas.Series([float(r) for r in returns], index=index)
    answers = {}
    for name, function in inspect.getmembers(stats, inspect.isfunction):
        accepts = inspect.signature(function).parameters
        if name.startswith("_") or name in NOT_A_METRIC or "benchmark" in accepts:
            continue
        given = {"periods": PERIODS} if "periods" in accepts else {}
        if "prepare_returns" in accepts:
            given["prepare_returns"] = False
        try:
            value = float(function(series, **given))
        except ZeroDivisionError:
            value = math.nan
        first, *rest = name.split("_")
        answers[first + "".join(part.capitalize() for part in rest)] = value if math.isfinite(value) else None
    return answers


def generated(seed):
    """A series of its own kind for every seed: length, spread, drift, still days and fat tails all vary."""
    rng = random.Random(seed)
    spread = 10 ** rng.uniform(-4, -1.2)
    drift = spread * rng.uniform(-0.3, 0.3)
    still = rng.choice([0, 0, 0.1, 0.6])
    echo = rng.choice([0, 0, 0.4, -0.4])
    returns = []
    for _ in range(rng.choice([5, 17, 60, 250, 365, 1100, 2000])):
        shock = rng.gauss(0, 1) * (4 if rng.random() < 0.03 else 1)
        carried = echo * returns[-1] if returns else 0
        returns.append(0.0 if rng.random() < still else max(-0.9, drift + carried + spread * shock))
    return returns


def compare(command):
    import pandas
    worst, wrong, figures = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(SERIES):
            returns = generated(seed)
            # Every tenth is hourly: quantstats adds up a day's returns for one of its metrics.
            times = list(pandas.date_range("2021-03-01", periods=len(returns), freq="h" if seed % 10 == 9 else "D"))
            path = os.path.join(folder, f"returns-{seed}.csv")
            with open(path, "w", encoding="utf-8") as out:
                out.write("time,return\n")
                out.writelines(f"{t.isoformat()}Z,{r!r}\n" for t, r in zip(times, returns))
            ran = subprocess.run(command + ["--csv", path, "--periods", str(PERIODS), "--json"],
                                 capture_output=True, text=True)
            if ran.returncode:
                print(f"seed {seed}: exit {ran.returncode}: {ran.stderr.strip()}")
                return 1
            ours = json.loads(ran.stdout)
            for name, expected in reference(returns, times).items():
                figures += 1
                got = ours.get(name, "missing")
                if expected is None or not isinstance(got, (int, float)):
                    far = 0.0 if got is None and expected is None else math.inf
                else:
                    far = abs(got - expected) / max(1.0, abs(expected))
                    worst = max(worst, far)
                if far > TOLERANCE:
                    wrong += 1
                    print(f"seed {seed}, {len(returns)} returns: {name} is {got}, quantstats says {expected}")
    print(f"{figures} figures of {SERIES} series, {wrong} differ; largest difference {worst:.1e}, allowed {TOLERANCE}")
    return 1 if wrong else 0


def table():
    print(f"# quantstats {VERSION}, periods {PERIODS}; written by proof/benchmark/quantstats_check.py --table")
    for name, returns in WRITTEN_OUT.items():
        print(f"series {name}:", " ".join(map(str, returns)))
        for key, value in sorted(reference(returns).items()):
            print(key, "null" if value is None else repr(value))


if __name__ == "__main__":
    main()
