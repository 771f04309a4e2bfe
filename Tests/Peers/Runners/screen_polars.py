"""A table of cases from CSV to a CSV of verdicts, in Polars:  screen_polars.py FOLDER OUTPUT"""

import json
import sys

import polars as pl

FOLDER, OUTPUT = sys.argv[1:3]
sys.path.insert(0, FOLDER)
from polars_program import query  # noqa: E402

about = json.load(open(f"{FOLDER}/screen.json"))
words = {"case": pl.Int64}
for column in about["columns"]:
    numeric = column["kind"] == "number"
    words[column["name"]] = pl.Int32 if numeric else pl.Enum(column["words"])
cases = pl.read_csv(f"{FOLDER}/cases.csv", schema=words)


def read(column):
    value = pl.col(column["name"])
    if column["kind"] == "choice":
        mask = pl.lit(1, pl.UInt8) * (2 ** value.to_physical().cast(pl.UInt8)).cast(pl.UInt8)
        whole = (1 << len(column["words"])) - 1
        return [mask.fill_null(whole).alias(name) for name in column["streams"]]
    if column["kind"] != "number":
        value = value.to_physical().cast(pl.UInt8)
    if column["kind"] == "yes/no":
        value = value == 1
        ends = [True, True, False, False]
    else:
        ends = [column["greatest"]] * 2 + [column["least"]] * 2
    return [value.fill_null(end).alias(name) for name, end in zip(column["streams"], ends)]


read_columns = cases.select([part for column in about["columns"] for part in read(column)])
facts = query(read_columns).collect(optimizations=pl.QueryOptFlags(comm_subexpr_elim=False))
verdict = pl.Enum(["no", "presumably-no", "open", "presumably-yes", "yes"])
result = facts.select(
    [cases["case"]]
    + [
        sum(pl.col(f"{fact}_{level}").cast(pl.UInt8) for level in (1, 2, 3, 4)).cat.to(verdict).alias(name)
        for name, fact in about["verdicts"]
    ])
result.write_csv(OUTPUT)
