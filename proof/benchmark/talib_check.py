#!/usr/bin/env python3
"""Compares Fulmar's indicators with TA-Lib's C library (PyPI: TA-Lib).

usage: talib_check.py FOLDER [--venv DIR]

FOLDER holds CSV files written by io.fulmar.proof.benchmark.TalibCsv: open,high,low,close,volume, then a column for each expression.
TA-Lib is installed into DIR (default: a `talib-venv` folder under the user's cache) if it cannot be imported. Equal means: missing in
the same rows, and within 1e-9 relative or 1e-9 times the scale of the column. Prints each column that differs; exit 1 if any does,
0 if none or if TA-Lib cannot be had.
"""
import csv
import math
import os
import subprocess
import sys
from pathlib import Path

TOLERANCE = 1e-9
VERSION = "0.8.2"

# Where an indicator of an indicator that may stand still can be a KAMA (matype 6): TA-Lib's running sum keeps rounding residue there
# (docs/indicators.md). The numbers are the places of such arguments.
KAMA_OF_STILL = {"stoch": (2, 4), "stochf": (2,), "stochrsi": (3,)}


def with_talib(venv):
    """Imports TA-Lib here, or runs this script again with a Python that has it."""
    try:
        import talib  # noqa: F401
        return
    except ImportError:
        pass
    python = venv / "bin" / "python"
    if os.environ.get("TALIB_CHECK_AGAIN"):
        print("skipped: TA-Lib was installed but does not load")
        sys.exit(0)
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "numpy", "TA-Lib==" + VERSION], check=True)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"skipped: TA-Lib {VERSION} cannot be installed here ({error})")
        sys.exit(0)
    os.execve(str(python), [str(python), *sys.argv], dict(os.environ, TALIB_CHECK_AGAIN="1"))


def expected(expression, bars):
    """TA-Lib's column for an expression of ours, or None if it has no such function."""
    import numpy
    from talib import abstract
    head, _, rest = expression.partition("(")
    numbers, _, output = rest.partition(")")
    function = abstract.Function(head.upper())
    arguments = [float(n) for n in numbers.split(",") if n]
    kinds = list(function.info["parameters"].items())
    parameters = {name: (int(value) if isinstance(default, int) else value)
                  for (name, default), value in zip(kinds, arguments)}
    result = function(bars, **parameters)
    names = [ours(head, name) for name in function.info["output_names"]]
    columns = result if isinstance(result, (list, tuple)) else [result]
    column = columns[names.index(output.lstrip("."))] if output else columns[0]
    column = numpy.asarray(column, dtype=float).copy()
    if head == "supertrend" and output == ".trend":
        column[column == 0] = numpy.nan
    if head == "vwma":  # 0/0, or residue/0, when nothing traded
        column[numpy.isinf(column)] = numpy.nan
    return column


def ours(function, name):
    """Our name of one of TA-Lib's outputs."""
    if function.startswith("macd") and name != "macd":
        return name.removeprefix("macd")
    if function == "aroon":
        return name.removeprefix("aroon")
    return name.removesuffix("band")


def differences(got, want, scale):
    worst, row = 0.0, -1
    for i, (a, b) in enumerate(zip(got, want)):
        if math.isnan(a) != math.isnan(b):
            return math.inf, i
        if not math.isnan(a) and a != b:
            error = abs(a - b) / max(abs(b), scale)
            if not error <= worst:
                worst, row = error, i
    return worst, row


def known(expression):
    """Whether docs/indicators.md says that this one differs."""
    head, _, rest = expression.partition("(")
    numbers = rest.partition(")")[0].split(",")
    return any(numbers[place] == "6" for place in KAMA_OF_STILL.get(head, ()))


def check(path):
    import numpy
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        data = [[float(cell) if cell else math.nan for cell in row] for row in rows]
    columns = {name: numpy.array([row[i] for row in data]) for i, name in enumerate(header)}
    bars = {name: columns[name] for name in header[:5]}
    bad = 0
    names = [name for name in header[5:] if not known(name)]
    for name in names:
        try:
            want = expected(name, bars)
        except Exception as error:  # TA-Lib says no in many ways
            print(f"{path.name}: {name}: TA-Lib refuses: {error}")
            bad += 1
            continue
        finite = want[numpy.isfinite(want)]
        scale = float(numpy.max(numpy.abs(finite))) if finite.size else 0.0
        worst, row = differences(columns[name], want, max(scale, 1e-300))
        if worst > TOLERANCE:
            print(f"{path.name}: {name}: {worst:.3g} at row {row}: ours {columns[name][row]!r}, TA-Lib {want[row]!r}")
            bad += 1
    return len(names), bad


def main():
    arguments = sys.argv[1:]
    venv = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fulmar" / "talib-venv"
    if "--venv" in arguments:
        place = arguments.index("--venv")
        venv = Path(arguments[place + 1])
        del arguments[place:place + 2]
    if len(arguments) != 1:
        sys.exit(__doc__)
    with_talib(venv)
    compared = bad = 0
    for path in sorted(Path(arguments[0]).glob("*.csv")):
        columns, wrong = check(path)
        compared += columns
        bad += wrong
    print(f"{compared} columns compared, {bad} differ")
    sys.exit(1 if bad or not compared else 0)


if __name__ == "__main__":
    main()
