"""Reads our files with pyarrow, pandas, polars and DuckDB, compares every value, and sets our times beside polars' and pyarrow's."""
import json
import os
import sys
import time

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet

RUNS = 20
COLUMNS = ["open", "high", "low", "close", "volume"]


def least(work, before=lambda: None):
    """The least CPU time of the whole process and the least wall time, of work without what comes before it."""
    cpu, wall = [], []
    for _ in range(RUNS):
        before()
        used, begun = time.process_time(), time.perf_counter()
        work()
        cpu.append(time.process_time() - used)
        wall.append(time.perf_counter() - begun)
    return min(cpu), min(wall)


def same(name, frame, wanted):
    for column in COLUMNS:
        assert (frame[column].to_numpy() == wanted[column].to_numpy()).all(), (name, column)
    times = pandas.to_datetime(frame["time"], utc=True).astype("datetime64[ns, UTC]")
    assert (times.to_numpy() == wanted["time"].to_numpy()).all(), (name, "time")
    print(f"{name}: {len(frame)} rows, every time, price and volume is the CSV's")


def main():
    csv, out = sys.argv[1:]
    wanted = pyarrow.csv.read_csv(csv).to_pandas()
    wanted["time"] = pandas.to_datetime(wanted["time"], utc=True).astype("datetime64[ns, UTC]")
    feather = os.path.join(out, "year.feather")
    table = pyarrow.feather.read_table(feather)
    table.validate(full=True)
    same(f"pyarrow {pyarrow.__version__} Feather", table.to_pandas(), wanted)
    same(f"pandas {pandas.__version__} Feather", pandas.read_feather(feather), wanted)
    same(f"polars {polars.__version__} Feather", polars.read_ipc(feather).to_pandas(), wanted)
    same(f"DuckDB {duckdb.__version__} Feather, through pyarrow", duckdb.from_arrow(table).df(), wanted)
    parquet = os.path.join(out, "year.parquet")
    same("pyarrow Parquet", pyarrow.parquet.read_table(parquet).to_pandas(), wanted)
    duckdb.sql("set timezone='UTC'")
    same("DuckDB Parquet", duckdb.sql(f"select * from '{parquet}'").df(), wanted)
    same("pyarrow CSV", pyarrow.csv.read_csv(os.path.join(out, "year.csv")).to_pandas(), wanted)
    answer = json.load(open(os.path.join(out, "query"), encoding="utf-8"))
    assert answer["n"] == len(wanted) and answer["low"] == wanted["low"].min() and answer["high"] == wanted["high"].max()
    assert abs(answer["volume"] - wanted["volume"].sum()) < 1e-6 * answer["volume"], answer
    print("fulmar data query: the same count, low, high and volume")

    ours = {}
    for line in open(os.path.join(out, "rates"), encoding="utf-8"):
        name, rows, cpu, wall = line.split()
        ours[name] = (float(cpu), float(wall))
    text = least(lambda: polars.read_csv(csv))
    times = least(lambda: polars.read_csv(csv, try_parse_dates=True))
    numbers = polars.read_csv(csv, try_parse_dates=True)
    arrow = numbers.to_arrow()
    peer = os.path.join(out, "peer.feather")

    def gone():
        if os.path.exists(peer):
            os.remove(peer)

    def plain(rows=arrow):
        pyarrow.feather.write_feather(rows, peer, compression="uncompressed")

    def forced():
        plain()
        file = os.open(peer, os.O_RDWR)
        os.fsync(file)
        os.close(file)

    theirs = {
        "a new file": least(plain, gone),
        "a new file, nine columns": least(lambda: plain(table), gone),
        "in the place of another": least(plain),
        "a new file, forced to the disk": least(forced, gone),
        "a new file, LZ4, its default": least(lambda: pyarrow.feather.write_feather(arrow, peer), gone),
    }
    size = os.path.getsize(csv) / 1e6

    def row(name, pair):
        print(f"  {name:48s} {pair[0] * 1000:7.0f} ms CPU {pair[1] * 1000:7.0f} ms wall")

    print(f"{len(wanted)} rows, {size:.0f} MB of CSV; the least of {RUNS} in one process")
    row("fulmar: parse, with times and checks", ours["parse"])
    row("fulmar: import, parsed, checked, on the disk", ours["import"])
    row("polars: parse, times left as text", text)
    row("polars: parse, with times", times)
    print(f"  rate beside polars per core: {text[0] / ours['parse'][0]:.2f} (its times as text), {times[0] / ours['parse'][0]:.2f} (times read); goal 0.5")
    row("fulmar: Feather, nine columns, a new file", ours["feather"])
    row("fulmar: ..., in the place of another", ours["feather-replaced"])
    row("fulmar: ..., a new file, forced to the disk", ours["feather-forced"])
    for name, pair in theirs.items():
        row(f"pyarrow: Feather, {name}", pair)

    def beside(mine, name):
        print(f"  wall time beside pyarrow, {name}: {ours[mine][1] / theirs[name][1]:.2f}; goal 2")

    beside("feather", "a new file")
    beside("feather-replaced", "in the place of another")
    beside("feather-forced", "a new file, forced to the disk")


main()
