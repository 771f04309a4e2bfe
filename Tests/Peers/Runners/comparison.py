"""Runs ours and the peers in turns, compares every answer and prints the ratios.

Times are of the processor, with one thread each, so that what else the machine does counts little; only
whole processes are timed on the wall.
"""

import json
import resource
import statistics
import subprocess
import time


class Comparison:
    def __init__(self, ours, runners, python, present, folder, rules, rounds):
        self.ours, self.runners, self.python, self.present = ours, runners, python, present
        self.folder, self.rules, self.rounds = folder, rules, rounds
        self.differences = []
        print(f"{rules} rules, {rounds} rounds, medians\n")

    def case_after_case(self):
        about = self._write(1_000)
        told, facts = about["told"], about["facts"]
        folder, runners = self.folder, self.runners
        results = self._in_turns({
            "ours": [self.ours, "one", self.rules, 1_000, folder],
            "SWI-Prolog": "swipl" in self.present and ["swipl", "-O", runners / "one_case.pl", folder],
            "CLIPS": "clips" in self.present and (lambda: self._clips(told)),
            "Python": ["python3", runners / "one_case.py", folder],
        })
        if "clips" in self.present:
            self._clips_process(f'(answer-all {told} {facts} "{folder}/answers-one-clips.txt")')
        truth = self._rows(f"answers-one-{self.engine}.bin", told, facts)
        for name, file in [("SWI-Prolog", "prolog"), ("CLIPS", "clips"), ("Python", "python")]:
            if name in results:
                self._compare(name, truth, self._lines(f"answers-one-{file}.txt", facts), "one case")
        self._print("One case after the other, all facts, warm", results, "us a case", lambda s: s * 1e6)

    def table(self, count):
        about = self._write(count)
        outputs = len(about["outputs"])
        peers = [peer for peer in ("numpy", "polars", "duckdb") if peer in self.present and "numpy" in self.present]
        commands = {"ours": [self.ours, "table", self.rules, count, self.folder]}
        for peer in peers:
            commands[peer] = [self.python, self.runners / "tables.py", peer, self.folder, count]
        results = self._in_turns(commands)
        told = results[self.engine][1]
        truth = self._rows(f"answers-table-{self.engine}.bin", told, outputs)
        for peer in peers:
            answers = self._rows(f"answers-table-{peer}.bin", count, outputs)
            self._compare(peer, truth, [row[:told] for row in answers], f"{count} cases")
        note = "" if told == count else f" (ours: {told})"
        self._print(
            f"A table of {count:,} cases, all advice, from memory{note}", results, "million cases/s", lambda s: 1e-6 / s)

    def whole_process(self):
        """From program text and one case to the verdict of every fact, the start of the process included."""
        about = self._write(1_000)
        commands = {"ours": [self.ours, "answer", self.folder]}
        if "sqlite3" in self.present:
            commands["SQLite"] = ["sqlite3", ":memory:", f".read {self.folder}/sqlite.sql"]
        if "swipl" in self.present:
            commands["SWI-Prolog"] = ["swipl", "-O", self.runners / "one_case.pl", self.folder, "first"]
        times, printed = {name: [] for name in commands}, {}
        for _ in range(7 * self.rounds):
            for name, command in commands.items():
                start = time.perf_counter()
                done = subprocess.run([str(word) for word in command], capture_output=True, check=True)
                times[name].append(time.perf_counter() - start)
                printed[name] = done.stdout.decode().split()
        for name in commands:
            if printed[name] != printed["ours"]:
                self.differences.append(f"{name}, whole process")
        results = {name: (statistics.median(seconds), 1) for name, seconds in times.items()}
        self.engine = "ours"
        self._print(f"A whole process, {about['facts']} facts of one case", results, "ms", lambda s: s * 1e3)

    def _clips(self, told):
        """The processor time of three rounds more."""
        seconds = self._clips_process(f"(run-all {told} 4)") - self._clips_process(f"(run-all {told} 1)")
        return json.dumps({"seconds": seconds / (3 * told), "cases": told})

    def _clips_process(self, call):
        go = self.folder / "go.clp"
        files = [self.folder / "program.clp", self.folder / "cases.clp", self.runners / "one_case.clp"]
        go.write_text("".join(f'(load* "{file}")\n' for file in files) + call + "\n(exit)\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        self._run(["clips", "-f2", go])
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    def closing(self):
        if self.differences:
            print(f"answers differ from ours: {'; '.join(self.differences)}")
            return 1
        print("every answer is identical to ours")
        return 0

    def _write(self, count):
        self._run([self.ours, "write", self.rules, count, self.folder])
        return json.loads((self.folder / "about.json").read_text())

    def _in_turns(self, commands):
        """Seconds a case and how many cases, by name; of ours, a row to each engine."""
        seconds, cases = {}, {}
        for _ in range(self.rounds):
            for name, command in commands.items():
                if not command:
                    continue
                printed = command() if callable(command) else self._run(command)
                for line in printed.splitlines():
                    if not line.startswith("{"):
                        continue
                    result = json.loads(line)
                    key = result.get("name", name)
                    seconds.setdefault(key, []).append(result["seconds"])
                    cases[key] = result["cases"]
                    if name == "ours":
                        # The last is the fastest, and what all others are compared with.
                        self.engine = key
        return {name: (statistics.median(all), cases[name]) for name, all in seconds.items()}

    def _run(self, command):
        done = subprocess.run([str(word) for word in command], capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"{command[0]} failed:\n{done.stderr.decode()[-2000:]}")
        return done.stdout.decode()

    def _rows(self, file, count, rows):
        data = (self.folder / file).read_bytes()
        assert len(data) == count * rows, f"{file} has {len(data)} bytes, not {count} times {rows}"
        return [data[row * count : (row + 1) * count] for row in range(rows)]

    def _lines(self, file, facts):
        lines = (self.folder / file).read_text().split()
        return [bytes(int(line[fact]) for line in lines) for fact in range(facts)]

    def _compare(self, name, truth, answers, where):
        for row, (right, given) in enumerate(zip(truth, answers, strict=True)):
            if right != given:
                case = next(i for i, (a, b) in enumerate(zip(right, given)) if a != b)
                self.differences.append(f"{name}, {where}: fact {row} of case {case} is {given[case]}, ours {right[case]}")
                return

    def _print(self, title, results, unit, shown):
        base = results[self.engine][0]
        print(f"{title}\n\n| | {unit} | time, as a multiple of ours |\n| --- | ---: | ---: |")
        for name, (seconds, _) in sorted(results.items(), key=lambda item: item[1][0]):
            print(f"| {name} | {shown(seconds):,.3g} | {seconds / base:,.3g} |")
        print(flush=True)
