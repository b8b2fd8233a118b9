"""Writes to what takes nothing: a full disk, a reader that left.

usage: full_test.py SCR_BINARY

Nothing that was to be stored is lost by it, and the status and standard error say what is true.
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Fault, Program, same
from records import COLUMNS, Records

RECORDS = 3_000  # their rows fill a pipe, and what the program holds back
BAD = 7
PORTION = 50_000
FORMS = ["text", "csv", "ndjson", "json"]


class Test:
    def __init__(self, binary, folder):
        self.folder = folder
        self.program = Program(binary, folder)
        self.stores = 0
        self.store = None
        self.records = folder / "records.csv"
        self.write(RECORDS, self.records)

    def write(self, count, file):
        """`count` good records and BAD ones, the bad ones among the good."""
        rows = list(Records(count, bad=0).rows())
        died = COLUMNS.index("died")
        for number in range(BAD):
            bad = list(rows[number * 9])
            bad[0], bad[died] = f"BAD-{number}", "perhaps"
            rows.insert(number * 11, bad)
        lines = [COLUMNS, *rows]
        file.write_text("".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines), encoding="utf-8")

    def begin(self):
        self.stores += 1
        self.store = self.folder / f"{self.stores}.db"

    def run(self, *arguments, stdout):
        done = subprocess.run([self.program.binary, *arguments, "--store", self.store], env=self.program.environment,
                              stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=300, check=False)
        return done.returncode, done.stderr.decode("utf-8")

    def run_full(self, *arguments):
        with open("/dev/full", "wb") as full:
            return self.run(*arguments, stdout=full)

    def run_to_nobody(self, *arguments):
        """The reader is gone before the first row."""
        reader, writer = os.pipe()
        os.close(reader)
        try:
            return self.run(*arguments, stdout=writer)
        finally:
            os.close(writer)

    def stored(self):
        cases = self.program.run("list", "cases", "--format", "csv", "--store", self.store, allowed={0})
        self.program.run("audit", "verify", "--store", self.store, allowed={0})
        return len(cases.out.splitlines()) - 1

    def pending(self):
        listed = self.program.run("screen", "--pending", "--dry-run", "--format", "csv", "--store", self.store,
                                  allowed={0})
        return len(listed.out.splitlines()) - 1

    def check_filter(self):
        for form in FORMS:
            self.begin()
            status, said = self.run_full("screen", "--from", self.records, "--format", form)
            same(f"the status of {form}", status, 5)
            holds(said, "the output could not be written: No space left on device")
            same("a store", self.store.exists(), False)

    def check_recording(self, command, run, wanted, output):
        for form in FORMS:
            self.begin()
            status, said = run(*command, "--from", self.records, "--format", form)
            same(f"the status of {form}", status, wanted)
            holds(said, f"recorded {RECORDS} cases", f"{BAD} refused", *output)
            same("the cases stored", self.stored(), RECORDS)
            same("the cases pending", self.pending(), 0 if "--record" in command else RECORDS)

    def check_undone(self, run, wanted):
        self.begin()
        status, said = run("screen", "--record", "--all-or-nothing", "--from", self.records, "--format", "csv")
        same("the status", status, wanted)
        same("how often it is said", said.count("nothing was stored"), 1)
        if self.store.exists():
            same("the cases stored", self.stored(), 0)

    def check_rejects(self, *command):
        self.begin()
        status, said = self.run(*command, "--from", self.records, "--rejects", "/dev/full", "--format", "csv",
                                stdout=subprocess.DEVNULL)
        same("the status", status, 5)
        holds(said, "`/dev/full` could not be written to its end")
        if "--record" in command:
            holds(said, f"recorded {RECORDS} cases and {RECORDS} screenings; {BAD} refused")
            same("the cases stored", self.stored(), RECORDS)

    def check_full_store(self):
        """What could not be stored is not printed either."""
        for form in FORMS:
            self.begin()
            self.run("notify", "--from", self.records, "--format", "csv", stdout=subprocess.DEVNULL)
            room = self.store.stat().st_size + 16_384
            screened = subprocess.run(
                [self.program.binary, "screen", "--pending", "--format", form, "--store", self.store],
                env=self.program.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)), timeout=300, check=False)
            same(f"what {form} says", screened.stdout, b"")
            if screened.returncode not in (5, 6):
                raise Fault(f"status {screened.returncode}\n{screened.stderr.decode()[-2000:]}")
            same("the cases pending", self.pending(), RECORDS)

    def check_several_portions(self):
        """A reader that leaves after the first portion, of a load and of what waits to be screened."""
        self.begin()
        count = PORTION + 2_000
        records = self.folder / "many.csv"
        self.write(count, records)
        status, said = self.run_to_nobody("notify", "--from", records, "--format", "csv")
        same("the status of the load", status, 3)
        holds(said, f"recorded {count} cases; {BAD} refused")
        status, said = self.run_to_nobody("screen", "--pending", "--format", "csv")
        same("the status of the screening", (status, said), (0, ""))
        same("the cases pending", self.pending(), 0)


def holds(text, *wanted):
    for words in wanted:
        if words not in text:
            raise Fault(f"`{words}` is not said\n{text[-2000:]}")


def main(binary):
    cases = Cases()
    record = ("screen", "--record")
    lost = ["the output could not be written: No space left on device", "only what it prints is lost"]
    with tempfile.TemporaryDirectory(prefix="scr-full-") as name:
        test = Test(binary, pathlib.Path(name))
        full, nobody = test.run_full, test.run_to_nobody
        cases.check("a filter", None, test.check_filter)
        cases.check("screen --record", None, lambda: test.check_recording(record, full, 5, lost))
        cases.check("notify", None, lambda: test.check_recording(("notify",), full, 5, lost))
        cases.check("screen --record to nobody", None, lambda: test.check_recording(record, nobody, 3, []))
        cases.check("notify to nobody", None, lambda: test.check_recording(("notify",), nobody, 3, []))
        cases.check("nothing stored", None, lambda: test.check_undone(full, 5))
        cases.check("nothing stored to nobody", None, lambda: test.check_undone(nobody, 3))
        cases.check("the refused of a filter", None, lambda: test.check_rejects("screen"))
        cases.check("the refused of a load", None, lambda: test.check_rejects(*record))
        cases.check("screenings that the store has no room for", None, test.check_full_store)
        cases.check("several portions to nobody", None, test.check_several_portions)
    return cases.status("full outputs")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
