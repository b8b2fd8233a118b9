"""Reads hard lines of JSON, a good one after each, and compares what comes out with what index.toml expects.

usage: json_test.py SCR_BINARY SOURCE_FOLDER

The files of tests/data/acid/json are screened by `scr screen --from` and taken in by `scr notify --from
--dry-run`. The two read in different ways, many records at a time or one by one, and have to agree: each line
is a record, is refused or is passed over as the index says, and the good record after it is screened.
"""
import json
import pathlib
import sys
import tempfile
import tomllib

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Program, same

GOOD_REVIEW = "no_review"


class Fates:
    """What became of each line of a file: by its number the review of a record, or the problem of a refusal."""

    def __init__(self, rows, rejects, outcome):
        self.records = {row["line"]: row[outcome] for row in rows if row[outcome] != "refused"}
        self.refs = {row["line"]: row["ref"] for row in rows}
        self.problems = {one["line"]: one["problem"] for one in rejects}

    def of(self, line):
        if line in self.problems:
            return "refused", self.problems[line]
        return ("record", self.records[line]) if line in self.records else ("nothing", "")


class Test:
    def __init__(self, binary, folder):
        self.folder = folder
        self.program = Program(binary, folder)

    def fates(self, file, *command, outcome):
        rejects = self.folder / "rejects.ndjson"
        rejects.unlink(missing_ok=True)
        said = self.program.run(*command, "--from", file, "--format", "ndjson", "--rejects", rejects, allowed={0, 3})
        refused = rejects.read_text(encoding="utf-8").splitlines() if rejects.exists() else []
        same("the status", said.status, 3 if refused else 0)
        return Fates([json.loads(line) for line in said.out.decode("utf-8").splitlines()],
                     [json.loads(line) for line in refused], outcome)

    def screen(self, file):
        return self.fates(file, "screen", "--all-rows", outcome="review")

    def notify(self, file):
        return self.fates(file, "notify", "--dry-run", outcome="status")

    def check_depth(self, brackets):
        """Too deep for a file to show; told whatever closes it or does not."""
        file = self.folder / "deep.ndjson"
        good = '{"ref":"good","age":14,"abuse_or_neglect":"none","died":false}\n'
        file.write_text(good + '{"ref":"A","area":' + brackets + "\n" + good, encoding="utf-8")
        for fates in (self.screen(file), self.notify(file)):
            same("the deep line", fates.of(2)[0], "refused")
            same("the lines that are records", sorted(fates.records), [1, 3])


def check_line(entry, fate, record):
    """`record`: what a record comes to in these fates, which those of notify do not say."""
    kind, text = fate
    if "either" in entry:
        same("a record or a refusal", kind in ("record", "refused"), True)
    elif "passed_over" in entry:
        same("the line", kind, "nothing")
    elif "refused" in entry:
        same("the line", (kind, text[:len(entry["refused"])]), ("refused", entry["refused"]))
    else:
        same("the line", fate, ("record", record))


def check_good(fates, number, record):
    line = 2 * number + 1
    same(f"the good record in line {line}", fates.of(line), ("record", record))
    same(f"the reference in line {line}", fates.refs[line], f"good-{number}")


def check_file(test, cases, file, entries):
    screened, taken_in = test.screen(file), test.notify(file)
    for number, entry in enumerate(entries, start=1):
        def check():
            check_good(screened, number, GOOD_REVIEW)
            check_good(taken_in, number, "recorded")
            check_line(entry, screened.of(2 * number), entry.get("review"))
            # Storing refuses a blank reference.
            if taken_in.problems.get(2 * number) != "`ref` is blank":
                check_line(entry, taken_in.of(2 * number), "recorded")
        cases.check(f"{file.name}:{2 * number}, {entry['shows']}", entry.get("known_fault"), check)
    lines = file.read_bytes().count(b"\n")
    cases.check(f"{file.name} is all in the index", None, lambda: same("its lines", lines, 2 * len(entries) + 1))


def main(binary, source):
    files = pathlib.Path(source) / "tests" / "data" / "acid" / "json"
    cases = Cases()
    with tempfile.TemporaryDirectory(prefix="scr-json-") as name:
        test = Test(binary, pathlib.Path(name))
        for topic, entries in tomllib.loads((files / "index.toml").read_text(encoding="utf-8")).items():
            check_file(test, cases, files / f"{topic}.ndjson", entries)
        for what, brackets in (("lists", "[" * 400_000), ("lists, closed", "[" * 400_000 + "]" * 400_000 + "}"),
                               ("objects", '{"a":' * 150_000), ("both", '[{"a":' * 100_000)):
            cases.check(f"very deep {what}", None, lambda: test.check_depth(brackets))
    return cases.status("cases of JSON")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
