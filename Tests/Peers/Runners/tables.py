"""A table of cases at once, in numpy, Polars or DuckDB:  tables.py PEER FOLDER CASES

The table is brought into the peer's own memory first; what is measured is working out the advice of
every case from there, into the peer's own columns. Prints a line of JSON.
"""

import json
import os
import sys
import time

PEER, FOLDER, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
# One thread, as ours; and no tuning of somebody else's that may be left in the environment.
os.environ["POLARS_MAX_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)

import numpy as np  # noqa: E402

sys.path.insert(0, FOLDER)
about = json.load(open(f"{FOLDER}/about.json"))


def streams():
    """Name, kind and numbers of each stream of the table."""
    data, offset = np.memmap(f"{FOLDER}/cases.bin", np.uint8, "r"), 0
    for stream in about["streams"]:
        size = int(stream["bytes"])
        end = offset + about["cases"] * size
        yield stream["name"], stream["kind"], data[offset:end].view(np.uint8 if size == 1 else np.int32)[:COUNT]
        offset = end


def numpy_peer():
    from numpy_program import answer

    columns, ends = {}, {}
    for name, kind, numbers in streams():
        if kind == "yes/no":
            ends.setdefault(name.split("_")[0], []).append(numbers)
        else:
            columns[name] = numbers.copy()
    for name, levels in ends.items():
        columns[name] = sum(levels).astype(np.uint8)
    result = np.empty((len(about["outputs"]), COUNT), np.uint8)
    block = 65_536

    def run():
        for start in range(0, COUNT, block):
            part = {name: column[start : start + block] for name, column in columns.items()}
            answer(part, result[:, start : start + block])

    return run, lambda: result


def polars_peer():
    import polars as pl
    from polars_program import query

    columns = {
        name: pl.Series(name, numbers).cast(pl.Boolean) if kind == "yes/no" else pl.Series(name, numbers)
        for name, kind, numbers in streams()
    }
    prepared = query(pl.DataFrame(columns))
    kept = {}

    def run():
        # What is shared has a name already, so that looking for it would only cost time.
        kept["frame"] = prepared.collect(
            engine=os.environ.get("PEER_POLARS_ENGINE", "in-memory"),
            optimizations=pl.QueryOptFlags(comm_subexpr_elim=False),
        )

    def answers():
        frame = kept["frame"]
        return np.stack([
            sum(frame[f"f{place}_{level}"].cast(pl.UInt8).to_numpy() for level in (1, 2, 3, 4))
            for place in about["outputs"]
        ])

    return run, answers


def duckdb_peer():
    import duckdb
    import polars as pl  # the shortest way in for columns

    columns, ends = {}, {}
    for name, kind, numbers in streams():
        if kind == "yes/no":
            ends.setdefault(name.split("_")[0], []).append(numbers)
        else:
            columns[name] = numbers
    for name, levels in ends.items():
        columns[name] = ((1 << sum(level.astype(np.uint8) for level in levels)) - 1).astype(np.uint8)
    con = duckdb.connect()
    con.execute("SET threads = 1")
    con.execute("SET preserve_insertion_order = true")
    con.register("source", {name: np.ascontiguousarray(column) for name, column in columns.items()})
    con.execute("CREATE TABLE cases AS SELECT * FROM source")
    sql = open(f"{FOLDER}/duckdb.sql").read()

    def run():
        con.execute(f"CREATE OR REPLACE TEMP TABLE answers AS {sql}")

    def answers():
        result = con.execute("SELECT * FROM answers").fetchnumpy()
        return np.stack([np.bitwise_count(result[f"f{place}"]) for place in about["outputs"]])

    return run, answers


run, answers = {"numpy": numpy_peer, "polars": polars_peer, "duckdb": duckdb_peer}[PEER]()
run()
answers().astype(np.uint8).tofile(f"{FOLDER}/answers-table-{PEER}.bin")
times = []
while not times or (sum(times) < 1 and len(times) < 50):
    start = time.process_time()
    run()
    times.append(time.process_time() - start)
times.sort()
print(json.dumps({"seconds": times[len(times) // 2] / COUNT, "cases": COUNT}))
