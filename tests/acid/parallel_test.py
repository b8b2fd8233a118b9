"""Screens a file in parts, each in a process of its own, and compares the rows with those of one run.

usage: parallel_test.py SCR_BINARY SOURCE_FOLDER

The parts are made by GNU parallel, as scr-screen(1) shows; its example is run as well. Without GNU parallel
nothing is compared, and the status is 77.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Program, same
from records import COLUMNS, Records

SKIPPED = 77
COUNT = 20_000
PARALLEL = "parallel --will-cite --pipe --keep-order --block {block}"
SCREEN = "scr screen --from - --all-rows --no-header --format csv --quiet --max-rejects 1000"


class Test:
    def __init__(self, binary, source, folder):
        self.source = source
        self.folder = folder
        self.program = Program(binary, folder)
        self.records = Records(COUNT).write(folder / "records.csv")
        self.whole = self.shell(f"{SCREEN} <records.csv")
        same("the rows of one run", len(self.whole.splitlines()), COUNT)

    def shell(self, command, folder=None):
        done = subprocess.run(["sh", "-c", command], cwd=folder or self.folder, env=self.program.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                              check=False)
        same(f"the status of `{command}`", (done.returncode, done.stderr[-1000:] if done.returncode else b""), (0, b""))
        return done.stdout

    def check_rows(self, found):
        wanted, found = self.whole.splitlines(), found.splitlines()
        same("the number of rows", len(found), len(wanted))
        different = next((at for at, pair in enumerate(zip(found, wanted)) if len(set(pair)) > 1), None)
        same("the first row that differs", different, None)

    def check_names(self, block):
        """The columns are named, and no part has a header."""
        parallel = PARALLEL.format(block=block)
        self.check_rows(self.shell(f"tail -n +2 records.csv | {parallel} {SCREEN} --header {','.join(COLUMNS)}"))

    def check_repeated_header(self, block):
        """GNU parallel writes the header before each part."""
        self.check_rows(self.shell(f"{PARALLEL.format(block=block)} --header : {SCREEN} <records.csv"))

    def check_empty_part(self):
        """A part without a line, as those who cut by a key pipe one, has no rows and is no fault."""
        screen = f"{SCREEN} --header {','.join(COLUMNS)}"
        same("the rows of an empty part", self.shell(f"{screen} </dev/null"), b"")
        cut = f"{PARALLEL.format(block='1k')} \"grep ^K000000 | {screen}\""
        same("the rows of all parts", self.shell(f"tail -n +2 records.csv | head -100 | {cut}"),
             self.whole.splitlines(keepends=True)[0])

    def check_page(self):
        """The example of the manual, in a folder with the files that it names."""
        page = (self.source / "man" / "scr-screen.1").read_text(encoding="utf-8")
        command = re.search(r"^\$ (tail [^$]*parallel [^$]*?)\n\.Ed", page, re.MULTILINE).group(1).replace("\\e", "\\")
        work = self.folder / "work"
        shutil.copytree(self.source / "data" / "examples", work)
        self.shell("head -1 notifications.csv >columns.csv", work)
        wanted = self.shell("scr screen --from notifications.csv --no-header --format csv --max-rejects 1", work)
        same("the rows of the example", self.shell(command, work), wanted)


def main(binary, source):
    if not shutil.which("parallel"):
        print("skipped: GNU parallel is not here (package parallel)")
        return SKIPPED
    cases = Cases()
    with tempfile.TemporaryDirectory(prefix="scr-parallel-") as name:
        test = Test(binary, pathlib.Path(source), pathlib.Path(name))
        for block in ("100k", "700k"):
            cases.check(f"columns by name, parts of {block}", None, lambda: test.check_names(block))
            cases.check(f"a header for each part, parts of {block}", None, lambda: test.check_repeated_header(block))
        cases.check("an empty part", None, test.check_empty_part)
        cases.check("the example of scr-screen(1)", None, test.check_page)
    return cases.status("runs in parts")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
