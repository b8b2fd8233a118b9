"""Reads a store while a load writes to it: nobody who looks has to wait for whoever takes records in, and whoever
writes has a turn between two portions of it.

usage: readers_test.py SCR_BINARY

A load reads from a pipe, so that the test decides how far it has come. `scr list cases`, `scr show` and
`scr expire --dry-run` are asked while it works, while it waits in the middle of a portion with everything
written and nothing committed, and while it commits. Each has to answer with status 0, and shows the record
as it was before or as it is after. `scr notify` and `scr expire` wait for the commit of a portion, write what they
have to, and the load goes on.
"""
import csv
import io
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # the source folder stays as it is

from program import Cases, Fault, Program, processor_clock, same
from records import COLUMNS, Records

BEFORE = 3
LOAD = ["screen", "--record", "--from", "-", "--quiet", "--format", "csv"]
FACTS = ["--fact", "age=5", "--fact", "died=yes", "--fact", "abuse_or_neglect=known"]
WHOLE = ["--all-or-nothing"]
PORTION = 50_000
PORTION_OF_LONG = 50  # a portion has at most 40 MiB of summaries


class Load:
    """A load that is fed piece by piece."""

    def __init__(self, program, store, options=()):
        self.process = program.start(*LOAD, *options, "--store", store, stdin=subprocess.PIPE)
        self.pipe = io.TextIOWrapper(self.process.stdin, encoding="utf-8", newline="")
        self.writer = csv.writer(self.pipe, lineterminator="\n")
        self.writer.writerow(COLUMNS)

    def feed(self, rows):
        self.writer.writerows(rows)
        self.pipe.flush()

    def working(self):
        return self.process.poll() is None

    def wait_until_idle(self):
        """Until it sleeps and has used no processor for a third of a second: it read all that there is."""
        still = 0
        used = None
        while still < 7:
            if not self.working():
                raise Fault(f"the load ended by {self.process.returncode}")
            before, used = used, (self.state(), time.clock_gettime(processor_clock(self.process)))
            still = still + 1 if used == before and used[0] == "S" else 0
            time.sleep(0.05)

    def state(self):
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        return stat.rpartition(")")[2].split()[0]

    def end(self):
        self.pipe.close()

    def stop(self):
        self.process.kill()
        self.process.wait()


class Test:
    def __init__(self, binary, folder):
        self.folder = folder
        self.program = Program(binary, folder)
        self.store = None

    def begin(self, name):
        """A store with a few cases."""
        self.store = self.folder / name / "scr.db"
        records = Records(BEFORE, seed=1, bad=0).write(self.folder / "before.csv")
        self.program.run("screen", "--from", records, "--record", "--store", self.store, allowed={0})

    def look(self, after):
        """`after`: how many cases there are when the load is done."""
        listed = self.program.run("list", "cases", "--format", "csv", "--store", self.store, allowed={0})
        cases = len(listed.out.splitlines()) - 1
        if cases not in (BEFORE, after):
            raise Fault(f"{cases} cases are listed, neither {BEFORE} nor {after}")
        self.program.run("show", "N-2018-0001/1", "--store", self.store, allowed={0})
        self.program.run("expire", "--dry-run", "--as-of", "2039-12-31", "--store", self.store, allowed={0})
        return cases

    def check_usual(self):
        """Records of the usual size."""
        self.begin("usual")
        rows = list(Records(4_000, bad=0).rows())[BEFORE:]
        after = BEFORE + len(rows)
        load = Load(self.program, self.store)
        try:
            for start in range(0, len(rows), 1_000):
                load.feed(rows[start:start + 1_000])
                same("the cases while it works", self.look(after), BEFORE)
            load.wait_until_idle()
            same("the cases before it commits", self.look(after), BEFORE)
            load.end()
            while load.working():
                self.look(after)
            same("the status of the load", load.process.wait(), 0)
            same("the cases afterwards", self.look(after), after)
        finally:
            load.stop()

    def check_long_summaries(self):
        """A summary may take a megabyte: a portion of 50,000 such records would be larger than what the load keeps
        in memory, and shut the store."""
        self.load_long_summaries("long", ())

    def check_all_or_nothing(self):
        """One commit for all of them, whatever a portion may hold."""
        self.load_long_summaries("whole", WHOLE)

    def load_long_summaries(self, name, options):
        self.begin(name)
        rows = long_rows(180)
        load = Load(self.program, self.store, options)
        try:
            load.feed(rows)
            load.wait_until_idle()
            self.look_without_waiting()
            load.end()
            same("the status of the load", load.process.wait(), 0)
            self.look(BEFORE + len(rows))
        finally:
            load.stop()

    def check_writers(self):
        """The last event is always later than the instant at which they began to wait."""
        self.begin("writers")
        self.publish()
        rows = long_rows(8 * PORTION_OF_LONG)
        load = Load(self.program, self.store)
        writers = []
        try:
            load.feed(rows[:PORTION_OF_LONG // 2])
            load.wait_until_idle()
            writers = [self.write("notify", *FACTS, "--ref", "W-1"), self.write("expire")]
            self.feed_until_done(load, rows[PORTION_OF_LONG // 2:], writers, PORTION_OF_LONG)
            load.end()
            same("the status of the load", load.process.wait(), 0)
        finally:
            load.stop()
            for writer in writers:
                writer.kill()
        listed = self.program.run("list", "publications", "--format", "csv", "--store", self.store, allowed={0})
        same("the report taken down", b",ended," in listed.out, True)
        self.program.run("audit", "verify", "--store", self.store, allowed={0})

    def feed_until_done(self, load, rows, writers, portion):
        """Portion by portion; between them the load holds the store, with a record written and not committed."""
        while rows and any(writer.poll() is None for writer in writers):
            time.sleep(1.1)  # instants are whole seconds
            load.feed(rows[:portion])
            rows = rows[portion:]
            load.wait_until_idle()
        for writer in writers:
            writer.wait(timeout=60)
            said = writer.stderr.read().decode("utf-8")
            same(f"the status of scr {writer.args[1]}, which said {said}", writer.returncode, 0)

    def write(self, *arguments):
        return subprocess.Popen([self.program.binary, *arguments, "--store", self.store], env=self.program.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def publish(self):
        """A report whose time is over."""
        reasons, report = self.folder / "reasons.txt", self.folder / "report.md"
        reasons.write_text("The criteria are met.\n", encoding="utf-8")
        report.write_text("# Child J\n\nA report.\n", encoding="utf-8")
        case = "N-2017-0001/1"
        for command in (["notify", *FACTS, "--received-on", "2017-10-01"], ["screen", case],
                        ["review", "decide", case, "--meeting", "2017-10-02", "--recommend", "scr_required", "--decide",
                         "scr_required", "--reason-file", reasons],
                        ["review", "open", case, "--kind", "serious_case_review", "--pseudonym", "Child J", "--on",
                         "2017-10-03"],
                        ["publish", "R-2017-0001", report, "--published-on", "2018-12-03", "--confirm", "R-2017-0001"]):
            self.program.run(*command, "--store", self.store, allowed={0})

    def check_second_run(self):
        """A load of what is there already adds nothing, and keeps nobody from writing."""
        self.begin("again")
        rows = list(Records(PORTION + 10, bad=0).rows())[BEFORE:]
        records = self.folder / "again.csv"
        with open(records, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
        self.program.run(*LOAD[:2], "--from", records, "--quiet", "--store", self.store, allowed={0})
        load = Load(self.program, self.store)
        writers = []
        try:
            load.feed(rows[:PORTION - 10_000])
            load.wait_until_idle()
            writers = [self.write("notify", *FACTS, "--ref", "W-1")]
            self.feed_until_done(load, rows[PORTION - 10_000:], writers, PORTION)
            load.end()
            same("the status of the load", load.process.wait(), 0)
        finally:
            load.stop()
            for writer in writers:
                writer.kill()

    def look_without_waiting(self):
        """The program would wait ten seconds for its turn."""
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=0)
        try:
            connection.execute("SELECT count(*) FROM notification").fetchone()
        except sqlite3.OperationalError as error:
            raise Fault(f"the store is shut to who reads it: {error}") from None
        finally:
            connection.close()


def long_rows(count):
    """Of 900,000 characters each; a notification, and so a summary, for each."""
    rows = list(Records(count, bad=0, summary=900_000).rows())
    for row in rows:
        row[COLUMNS.index("incident")] = ""
        row[COLUMNS.index("ref")] += "-long"
    return rows


def main(binary):
    cases = Cases()
    with tempfile.TemporaryDirectory(prefix="scr-readers-") as name:
        test = Test(binary, pathlib.Path(name))
        cases.check("a load of usual records", None, test.check_usual)
        cases.check("a load of long summaries", None, test.check_long_summaries)
        cases.check("a load of long summaries in one commit", None, test.check_all_or_nothing)
        cases.check("a load and others who write", None, test.check_writers)
        cases.check("a load that adds nothing", None, test.check_second_run)
    return cases.status("loads")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
