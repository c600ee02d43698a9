"""Puts the questions of LakeQuestions to DuckDB over Parquet files, and shows both beside each other.

usage: lake_parquet.py FOLDER_OF_PARQUET OURS
OURS has a line a question: name, answer, CPU seconds, seconds, apart by tabs. Ends with 1 when an answer differs.
"""

import sys
import time

import duckdb

PASSES = 5
QUESTIONS = {
    "sum of close, all rows": "select sum(close) from {all}",
    "greatest high of each symbol, added up": "select sum(h) from (select max(high) h from {all} group by filename)",
    "bars that closed higher, all rows": "select count(*) from {all} where close > open",
    "range and volume of one symbol": "select max(high) - min(low) + sum(volume) from {one}",
    "volume of one symbol on one day": "select sum(volume) from {one} "
    "where time >= timestamptz '2024-03-05 00:00+00' and time < timestamptz '2024-03-06 00:00+00'",
}


def main(folder, ours):
    connection = duckdb.connect()
    connection.execute("set parquet_metadata_cache = true")
    connection.execute("set TimeZone = 'UTC'")
    threads = connection.execute("select current_setting('threads')").fetchone()[0]
    rows = connection.execute(f"select count(*) from '{folder}/*.parquet'").fetchone()[0]
    print(f"DuckDB {duckdb.__version__}, {threads} threads, over {rows:,} rows of Parquet; ours on as many; best of {PASSES} passes, files in memory")
    print(f"{'':40} {'DuckDB CPU':>12} {'wall':>9} {'lake CPU':>12} {'wall':>9} {'CPU ratio':>10}")
    wrong = 0
    for line in open(ours):
        name, answer, cpu, wall = line.rstrip("\n").split("\t")
        sql = QUESTIONS[name].format(
            all=f"read_parquet('{folder}/*.parquet', filename = true)" if "filename" in QUESTIONS[name] else f"'{folder}/*.parquet'",
            one=f"'{folder}/SYN001.parquet'",
        )
        best_cpu = best_wall = float("inf")
        for _ in range(PASSES):
            began, spent = time.perf_counter(), time.process_time()
            theirs = connection.execute(sql).fetchone()[0]
            best_cpu = min(best_cpu, time.process_time() - spent)
            best_wall = min(best_wall, time.perf_counter() - began)
        same = abs(float(theirs) - float(answer)) <= 1e-9 * abs(float(answer))
        wrong += not same
        print(
            f"{name:40} {1e3 * best_cpu:9.2f} ms {1e3 * best_wall:6.1f} ms {1e3 * float(cpu):9.2f} ms {1e3 * float(wall):6.1f} ms"
            f" {best_cpu / max(float(cpu), 1e-9):10.1f}" + ("" if same else f"  DIFFERENT: {theirs} instead of {answer}")
        )
    if wrong:
        sys.exit(f"{wrong} answers differ")
    print("all answers are equal to 1e-9")


main(*sys.argv[1:])
