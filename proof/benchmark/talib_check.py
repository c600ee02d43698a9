#!/usr/bin/env python3
"""Compares Fulmar's indicators with TA-Lib's C library (PyPI: TA-Lib).

usage: talib_check.py FOLDER [--venv DIR] [--record FILE]

FOLDER holds CSV files written by io.fulmar.proof.benchmark.TalibCsv: open,high,low,close,volume, then a column for each expression.
TA-Lib is installed into DIR (default: a `talib-venv` folder under the user's cache) if it cannot be imported. Equal means: missing in
the same rows, and within 1e-9 relative or 1e-9 times the scale of the column. Prints each column that differs, and functions of TA-Lib
that no file has; exit 1 if there is any, 0 if none or if TA-Lib cannot be had. Candle patterns count where prices are whole numbers:
elsewhere a body as long as the mean is shorter or longer as TA-Lib's rounding decides. FILE keeps the worst error of each function.
"""
import csv
import math
import os
import subprocess
import sys
from pathlib import Path

TOLERANCE = 1e-9
VERSION = "0.8.2"

# Where rounding decides (docs/indicators.md). An indicator of an indicator that may stand still can be a KAMA or a MAMA (matype 6, 7):
# the numbers are the places of such arguments. The phase of a still market is that of rounding residue. A beta of few bars, and a
# stochastic of an RSI that hardly moves, divide by almost nothing.
RESIDUE_OF_STILL = {"stoch": (2, 4), "stochf": (2,), "stochrsi": (3,), "kdj": (2, 4)}
PHASE_OF_STILL = {"ht_dcphase", "ht_sine", "ht_trendmode"}
TOLERANCES = {"beta": 1e-8, "stochrsi": 1e-7}


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
    import talib
    from talib import abstract
    head, _, rest = expression.partition("(")
    numbers, _, output = rest.partition(")")
    if head.upper() not in talib.get_functions():
        return None
    function = abstract.Function(head.upper())
    arguments = [float(n) for n in numbers.split(",") if n and not n.isalpha()]
    kinds = list(function.info["parameters"].items())
    parameters = {name: (int(value) if isinstance(default, int) else value)
                  for (name, default), value in zip(kinds, arguments)}
    function.parameters = parameters
    result = function(dict(bars, periods=bars["volume"]))
    names = [ours(head, name) for name in function.info["output_names"]]
    columns = result if isinstance(result, (list, tuple)) else [result]
    column = numpy.asarray(columns[names.index(output.lstrip("."))] if output else columns[0])
    whole = column.dtype.kind == "i"
    column = column.astype(float)
    if whole:  # no room for "missing" in a whole number
        column[:function.lookback] = numpy.nan
    if head == "vwma":  # 0/0, or residue/0, when nothing traded
        column[numpy.isinf(column)] = numpy.nan
    if head == "vwap":  # 0 while nothing has traded
        column[numpy.cumsum(bars["volume"]) == 0] = numpy.nan
    return column


def ours(function, name):
    """Our name of one of TA-Lib's outputs."""
    if (function.startswith("macd") or function == "smi") and name not in ("macd", "smi"):
        return name.removeprefix("macd").removeprefix("smi")
    if function == "aroon":
        return name.removeprefix("aroon")
    return name.removesuffix("band")


def differences(got, want, scale):
    """The worst relative error and its row; infinite where only one has a value."""
    import numpy
    odd = numpy.flatnonzero(numpy.isnan(got) != numpy.isnan(want))
    if odd.size:
        return math.inf, int(odd[0])
    with numpy.errstate(invalid="ignore", over="ignore"):
        error = numpy.abs(got - want) / numpy.maximum(numpy.abs(want), scale)
    error[(got == want) | numpy.isnan(want)] = 0
    error[numpy.isnan(error)] = math.inf
    row = int(numpy.argmax(error)) if error.size else -1
    return (float(error[row]), row) if error.size else (0.0, -1)


def known(expression, still):
    """Whether docs/indicators.md says that this one differs."""
    head, _, rest = expression.partition("(")
    numbers = rest.partition(")")[0].split(",")
    if head == "mavp":  # TA-Lib refuses a least window above the greatest, here they change places
        return float(numbers[2]) > float(numbers[3])
    if still and (head in PHASE_OF_STILL or (head == "pvo" and numbers[2] == "9")):
        return True
    return any(numbers[place] in ("6", "7") for place in RESIDUE_OF_STILL.get(head, ()))


def check(path, worst, found):
    """Compares the columns of a file; keeps the worst error of each function, and how many candle patterns it saw."""
    import numpy
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        data = numpy.array([[float(cell or "nan") for cell in row] for row in rows])
    columns = {name: data[:, i].copy() for i, name in enumerate(header)}
    bars = {name: columns[name] for name in header[:5]}
    ticks = bool(numpy.all(bars["close"] == numpy.rint(bars["close"])))
    still = bool(numpy.mean(numpy.diff(bars["close"]) == 0) > 0.5)
    compared = bad = 0
    for name in header[5:]:
        head = name.partition("(")[0]
        if known(name, still) or (head.startswith("cdl") and not ticks):
            continue
        try:
            want = expected(name, bars)
        except Exception as error:  # TA-Lib says no in many ways
            print(f"{path.name}: {name}: TA-Lib refuses: {error}")
            bad += 1
            continue
        if want is None:
            continue
        compared += 1
        if head.startswith("cdl"):
            found[head] = found.get(head, 0) + int(numpy.count_nonzero(numpy.nan_to_num(want)))
        finite = want[numpy.isfinite(want)]
        scale = float(numpy.max(numpy.abs(finite))) if finite.size else 0.0
        error, row = differences(columns[name], want, max(scale, 1e-300))
        columns_so_far, worst_so_far = worst.get(head, (0, 0.0))
        worst[head] = (columns_so_far + 1, max(worst_so_far, error))
        if error > TOLERANCES.get(head, TOLERANCE):
            print(f"{path.name}: {name}: {error:.3g} at row {row}: ours {columns[name][row]!r}, TA-Lib {want[row]!r}")
            bad += 1
    return compared, bad


def record(file, worst):
    """Writes what was found, one function a line."""
    with open(file, "w", encoding="utf-8") as out:
        out.write(f"# Written by proof/benchmark/talib_check.py --record: columns compared with TA-Lib C {VERSION}, worst error.\n")
        for name, (columns, error) in sorted(worst.items()):
            out.write(f"{name} {columns} {error:.0e}\n")


def main():
    arguments = sys.argv[1:]
    venv = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fulmar" / "talib-venv"
    if "--venv" in arguments:
        place = arguments.index("--venv")
        venv = Path(arguments[place + 1])
        del arguments[place:place + 2]
    results = None
    if "--record" in arguments:
        place = arguments.index("--record")
        results = Path(arguments[place + 1])
        del arguments[place:place + 2]
    if len(arguments) != 1:
        sys.exit(__doc__)
    with_talib(venv)
    import talib
    compared = bad = 0
    worst, found = {}, {}
    for path in sorted(Path(arguments[0]).glob("*.csv")):
        columns, wrong = check(path, worst, found)
        compared += columns
        bad += wrong
    missing = sorted(name for name in talib.get_functions() if name.lower() not in worst)
    if missing:
        print("not compared:", " ".join(missing))
        bad += len(missing)
    unseen = sorted(name for name, times in found.items() if not times)
    if unseen:
        print("never seen:", " ".join(unseen))
        bad += len(unseen)
    print(f"{compared} columns of {len(worst)} functions compared, {bad} differ")
    if results and not bad:
        record(results, worst)
    sys.exit(1 if bad or not compared else 0)


if __name__ == "__main__":
    main()
