"""Plain Python, case after case:  python3 one_case.py FOLDER  (prints a line of JSON)"""

import json
import sys
import time

folder = sys.argv[1]
sys.path.insert(0, folder)
from python_program import answer  # noqa: E402
from told_cases import cases  # noqa: E402

with open(f"{folder}/answers-one-python.txt", "w") as file:
    for case in cases:
        file.write("".join(str(verdict.bit_count()) for verdict in answer(case)) + "\n")

rounds, start = 0, time.process_time()
while time.process_time() - start < 1:
    for case in cases:
        answer(case)
    rounds += 1
seconds = (time.process_time() - start) / (rounds * len(cases))
print(json.dumps({"seconds": seconds, "cases": len(cases)}))
