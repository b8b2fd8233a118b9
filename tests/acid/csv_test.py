"""Reads hard CSV, a small file for each kind, and compares what comes out with what index.toml expects.

usage: csv_test.py SCR_BINARY SOURCE_FOLDER

Each file of tests/data/acid/csv is screened by `scr screen --from`, whose rows keep the area so that its
bytes can be compared, and taken in by `scr notify --from --dry-run`. The two read in different ways, many
records at a time or one by one, and have to agree. No message may show what a record holds.
"""
import csv
import io
import json
import pathlib
import sys
import tempfile
import tomllib

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Fault, Program, same

REFUSED = "refused"
# Words of the areas: no message needs them.
OF_RECORDS = ["Northshire", "Westmarsh", "Llanfair"]


class Expected:
    """What the index says of one file."""

    def __init__(self, entry):
        self.file = f"{entry['name']}.csv"
        self.refused = entry.get("refused")
        self.known_faults = entry.get("known_fault", {})
        self.records = entry.get("records", [])

    def rows(self):
        """Reference, review and kept area; a refused record keeps nothing."""
        return [[ref, review, "" if review == REFUSED else area] for ref, review, area in self.records]

    def problems(self, *, stored):
        """Reference and how the problem begins. Storing refuses a blank reference as well."""
        return [(ref, text if review == REFUSED else "`ref` is blank")
                for ref, review, text in self.records if review == REFUSED or (stored and not ref)]


class Test:
    def __init__(self, binary, source, folder):
        self.files = source / "tests" / "data" / "acid" / "csv"
        self.rejects = folder / "rejects.ndjson"
        self.program = Program(binary, folder)

    def run(self, *arguments):
        self.rejects.unlink(missing_ok=True)
        said = self.program.run(*arguments, "--rejects", self.rejects, folder=self.files)
        for word in OF_RECORDS:
            if word in said.err:
                raise Fault(f"a message shows a record: {said.err.strip()}")
        return said

    def screen(self, expected):
        said = self.run("screen", "--from", expected.file, "--all-rows", "--keep", "area", "--format", "csv")
        rows = list(csv.reader(io.StringIO(said.out.decode("utf-8"), newline="")))
        return said, [[row[0], row[1], row[-1]] for row in rows[1:]]

    def notify(self, expected):
        """References and whether they would be recorded."""
        said = self.run("notify", "--from", expected.file, "--dry-run", "--format", "csv")
        rows = list(csv.reader(io.StringIO(said.out.decode("utf-8"), newline="")))
        return said, [[row[1], row[3]] for row in rows[1:]]

    def check_problems(self, expected, *, stored):
        text = self.rejects.read_text(encoding="utf-8") if self.rejects.exists() else ""
        found = [json.loads(line) for line in text.splitlines()]
        wanted = expected.problems(stored=stored)
        same("the number of refused records", len(found), len(wanted))
        begun = [(one["ref"], one["problem"][:len(begin)]) for one, (_, begin) in zip(found, wanted)]
        same("the refused records", begun, wanted)
        return 3 if wanted else 0

    def check_refusal(self, expected, said):
        same("the error", said.first_error()[:len(expected.refused)], expected.refused)
        same("the status of a refused file", said.status, 3)

    def check_screen(self, expected):
        said, rows = self.screen(expected)
        if expected.refused:
            return self.check_refusal(expected, said)
        same("the rows", rows, expected.rows())
        same("the status", said.status, self.check_problems(expected, stored=False))

    def check_notify(self, expected):
        said, rows = self.notify(expected)
        if expected.refused:
            return self.check_refusal(expected, said)
        wanted = [[ref, REFUSED if review == REFUSED or not ref else "recorded"] for ref, review, _ in expected.records]
        same("what would be recorded", rows, wanted)
        same("the status", said.status, self.check_problems(expected, stored=True))


def main(binary, source):
    source = pathlib.Path(source)
    cases = Cases()
    with tempfile.TemporaryDirectory(prefix="scr-csv-") as name:
        test = Test(binary, source, pathlib.Path(name))
        entries = tomllib.loads((test.files / "index.toml").read_text(encoding="utf-8"))
        index = [Expected(entry) for entry in entries["file"]]
        for expected in index:
            for command, check in (("screen", test.check_screen), ("notify", test.check_notify)):
                cases.check(f"{command} {expected.file}", expected.known_faults.get(command), lambda: check(expected))
        cases.check("the index names every file", None, lambda: same(
            "the files", sorted(one.file for one in index), sorted(path.name for path in test.files.glob("*.csv"))))
        cases.check("nothing was stored", None, lambda: same(
            "the data folder", (pathlib.Path(name) / "data").exists(), False))
    return cases.status("cases of CSV")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
