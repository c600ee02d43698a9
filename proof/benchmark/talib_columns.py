#!/usr/bin/env python3
"""CPU-time rates of whole columns: Fulmar in Java beside TA-Lib's C library, on the same data, in one run.

usage: talib_columns.py --java JAVA --classpath PATH [--venv DIR]

JAVA is a JDK 25's `java`, PATH holds the classes of the indicator room and of the benchmarks. TA-Lib is installed from PyPI into DIR if
it cannot be imported; where it cannot be had, this says so and exits 0. Prints million bars a second a core, best of many, and the ratio.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from talib_check import with_talib  # noqa: E402

MAIN = "io.fulmar.proof.benchmark.ColumnsBenchmark"
GOALS = {"sma": 1.0, "ema": 1.0, "rsi": 1.0}
GOAL = 0.8
PASSES = 40


def ours(java, classpath, data):
    command = [java, "-XX:+UseSerialGC", "-cp", classpath, MAIN, str(data)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    return {name: float(rate) for name, rate in (line.split() for line in lines if line.strip())}


def theirs(data):
    import numpy
    import talib
    high, low, close, volume = numpy.fromfile(data, dtype="<f8").reshape(4, -1)
    work = {
        "sma": lambda: talib.SMA(close, 20),
        "ema": lambda: talib.EMA(close, 20),
        "wma": lambda: talib.WMA(close, 20),
        "dema": lambda: talib.DEMA(close, 20),
        "bbands": lambda: talib.BBANDS(close, 20, 2, 2),
        "sar": lambda: talib.SAR(high, low, 0.02, 0.2),
        "rsi": lambda: talib.RSI(close, 14),
        "macd": lambda: talib.MACD(close, 12, 26, 9),
        "stoch": lambda: talib.STOCH(high, low, close, 14, 3, 0, 3, 0),
        "adx": lambda: talib.ADX(high, low, close, 14),
        "cci": lambda: talib.CCI(high, low, close, 20),
        "willr": lambda: talib.WILLR(high, low, close, 14),
        "mfi": lambda: talib.MFI(high, low, close, volume, 14),
        "roc": lambda: talib.ROC(close, 10),
        "aroon": lambda: talib.AROON(high, low, 14),
        "atr": lambda: talib.ATR(high, low, close, 14),
        "obv": lambda: talib.OBV(close, volume),
        "donchian": lambda: talib.DONCHIAN(high, low, 20),
        "stddev": lambda: talib.STDDEV(close, 20),
        "linearreg": lambda: talib.LINEARREG(close, 14),
        "max": lambda: talib.MAX(close, 20),
    }
    rates = {}
    for name, run in work.items():
        best = float("inf")
        for _ in range(PASSES):
            before = time.process_time_ns()
            run()
            best = min(best, time.process_time_ns() - before)
        rates[name] = len(close) * 1e3 / best
    return rates


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java")
    parser.add_argument("--classpath", required=True)
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    parser.add_argument("--venv", type=Path, default=cache / "fulmar" / "talib-venv")
    options = parser.parse_args()
    with_talib(options.venv)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "columns.bin"
        mine = ours(options.java, options.classpath, data)
        peer = theirs(data)
    print(f"{'column':9} {'Fulmar':>8} {'TA-Lib':>8} {'ratio':>6} {'goal':>5}   (525,600 bars, M bars/s/core, CPU time)")
    for name in peer:
        goal = GOALS.get(name, GOAL)
        print(f"{name:9} {mine[name]:8.0f} {peer[name]:8.0f} {mine[name] / peer[name]:6.2f} {goal:5.1f}")


if __name__ == "__main__":
    main()
