"""Reads results.arrow with pyarrow, polars and pandas and compares every row with what `sweep top` printed."""
import json
import sys

import pandas
import polars
import pyarrow
import pyarrow.feather
import pyarrow.ipc


def main():
    file, top = sys.argv[1:]
    table = pyarrow.ipc.open_file(file).read_all()
    table.validate(full=True)
    rows = table.to_pylist()
    assert polars.read_ipc(file).to_dicts() == rows, "polars reads otherwise"
    frame = pandas.read_feather(file)
    assert list(frame["combination"]) == [row["combination"] for row in rows], "pandas reads otherwise"
    assert pyarrow.feather.read_table(file).equals(table), "Feather reads otherwise"
    by_number = {row["combination"]: row for row in rows}
    assert len(by_number) == len(rows)
    lines = [json.loads(line) for line in open(top, encoding="utf-8")]
    assert len(lines) == len(rows)
    for line in lines:
        row = by_number[line["combination"]]
        for key in ("fast", "slow", "stop"):
            assert line["params"][key] == row[key], (line, row)
        for key in ("eligible", "trades", "netReturn", "maxDrawdown"):
            assert line[key] == row[key], (line, row)
        score = row["finalScore"] if row["finalScore"] is not None else row["score"] if row["eligible"] else row["growth"]
        assert line["score"] == (score if score != float("-inf") else None), (line, row)
        assert abs(line["fees"] - row["fees"]) < 1e-9, (line, row)
        assert ",".join(line["reasons"]) == row["reasons"], (line, row)
    versions = f"pyarrow {pyarrow.__version__}, polars {polars.__version__}, pandas {pandas.__version__}"
    print(f"{len(rows)} rows of {table.num_columns} columns are the same in {versions} and in sweep top")


main()
