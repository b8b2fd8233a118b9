"""Screens a file on a machine that gives the program fewer threads than it asks for.

usage: threads_test.py SCR_BINARY

What limits them is memory for their stacks, so nothing is tried with a program that reserves more than it
uses, as one with sanitizers does: the status is 77.
"""
import pathlib
import resource
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Program, same
from records import Records

SKIPPED = 77
COUNT = 20_000
STACK = 64 << 20
SCREEN = ["screen", "--all-rows", "--format", "csv", "--quiet", "--max-rejects", "1000000", "--from"]


def limited(memory):
    def limit():
        resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    return limit


class Test:
    def __init__(self, binary, folder):
        self.program = Program(binary, folder)
        self.records = Records(COUNT).write(folder / "records.csv")
        self.whole = self.screen(1, None)

    def screen(self, jobs, memory):
        done = subprocess.run([self.program.binary, *SCREEN, self.records, "--jobs", str(jobs)],
                              env=self.program.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=120, check=False,
                              preexec_fn=limited(memory) if memory else None)
        same(f"the status with {jobs} jobs", (done.returncode, done.stderr[-1000:] if done.returncode else b""), (0, b""))
        return done.stdout

    def runs_within(self, memory):
        try:
            return self.screen(1, memory) == self.whole
        except AssertionError:
            return False

    def check(self, memory):
        same("whether the rows are those of one thread", self.screen(64, memory) == self.whole, True)


def main(binary):
    cases = Cases()
    with tempfile.TemporaryDirectory(prefix="scr-threads-") as name:
        test = Test(binary, pathlib.Path(name))
        if not test.runs_within(256 << 20):
            return SKIPPED
        for megabytes in (256, 512, 1024):
            cases.check(f"{megabytes} MiB for the stacks of 64 threads", None, lambda: test.check(megabytes << 20))
    return cases.status("limits")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
