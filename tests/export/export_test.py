"""Compares what `scr criteria export` writes with the program itself, row by row.

usage: export_test.py SCR_BINARY SOURCE_FOLDER [--full | --brief] [--packages FOLDER]

The SQL is run in real databases over the same records that `scr screen` reads, and the JSON is walked
in Python; every row has to be the same. Without --full it is a bounded run in SQLite, and in PostgreSQL
where that is installed; a tenth of it with --brief, for a program that runs ten times slower under
sanitizers. With --full there are 200,000 records for scr-2015, every criteria file, and
DuckDB, ClickHouse and a parser of Spark's grammar from node packages: those of FOLDER (a folder with
node_modules), else installed for the run. What is not to be had is skipped, and said.
"""
import argparse
import csv
import dataclasses
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # the source folder stays as it is

import engines
from diagram import Diagram, Refused
from records import CriteriaFiles, Records, Walks, facts_of


@dataclasses.dataclass(frozen=True)
class Extent:
    rows: int  # of scr-2015
    other_rows: int  # of every other file
    random_files: int
    walks: int  # records for each edge of a diagram
    full: bool = False


BRIEF = Extent(rows=2_000, other_rows=300, random_files=4, walks=1)
USUAL = Extent(rows=20_000, other_rows=1_000, random_files=40, walks=3)
FULL = Extent(rows=200_000, other_rows=20_000, random_files=300, walks=20, full=True)
RANDOM_ROWS = 250
LARGEST = 200_000  # bytes, for scr-2015
DIALECTS = ["sqlite", "postgresql", "duckdb", "clickhouse", "spark"]


class Program:
    def __init__(self, binary):
        self.binary = binary

    def say(self, *arguments, allowed=(0,), **options):
        done = subprocess.run([self.binary, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600,
                              check=False, **options)
        if done.returncode not in allowed:
            raise RuntimeError(f"scr {' '.join(map(str, arguments))}: {done.returncode}\n{done.stderr.decode()[-2000:]}")
        return done.stdout.decode("utf-8")

    def facts(self, criteria):
        return facts_of(json.loads(self.say("criteria", "show", criteria, "--format", "json")))

    def sql(self, criteria, dialect):
        return self.say("criteria", "export", criteria, "--to", "sql", "--dialect", dialect)

    def diagram(self, criteria):
        return Diagram(json.loads(self.say("criteria", "export", criteria, "--to", "json")))

    def screen(self, criteria, columns, rows):
        """Header and rows without `missing`, and why rows were refused, in their order."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
        with tempfile.NamedTemporaryFile(prefix="scr-rejects-") as rejects:
            text = self.say("screen", "--from", "-", "--criteria", criteria, "--all-rows", "--format", "csv", "--rejects",
                            rejects.name, allowed=(0, 3), input=written.getvalue().encode("utf-8"))
            problems = [json.loads(line)["problem"] for line in pathlib.Path(rejects.name).open(encoding="utf-8")]
        found = list(csv.reader(io.StringIO(text, newline="")))
        missing = found[0].index("missing")
        for row in found:
            del row[missing]
        return found[0], found[1:], problems


class Comparison:
    """The records of one criteria file and what the program says of them."""

    def __init__(self, program, criteria, count, seed, walks):
        self.program = program
        self.criteria = criteria
        facts = program.facts(criteria)
        self.columns = ["ref"] + [fact.id for fact in facts]
        self.diagram = program.diagram(criteria)
        records = Records(facts, seed)
        self.rows = list(Walks(self.diagram.exported, records).rows(walks)) if count > RANDOM_ROWS else []
        self.rows += records.rows(max(count - len(self.rows), count // 2))
        self.header, screened, problems = program.screen(criteria, self.columns, self.rows)
        if len(screened) != len(self.rows):
            raise RuntimeError(f"{criteria}: {len(self.rows)} records, {len(screened)} rows")
        refusals = iter(problems)
        self.wanted = [row + [next(refusals) if "refused" in row else ""] for row in screened]
        self.refused = len(problems)
        self.contradictory = sum(problem.startswith("the facts contradict") for problem in problems)
        self.undetermined = sum("undetermined" in row for row in screened)

    def check_sql(self, engine):
        header, found = engine.run(self.columns, self.rows, self.program.sql(self.criteria, engine.dialect))
        if header != self.header + ["problem"]:
            raise AssertionError(f"{self.criteria} in {engine.dialect}: the columns are {header}")
        if len(found) != len(self.wanted):
            raise AssertionError(f"{self.criteria} in {engine.dialect}: {len(found)} rows")
        # A database promises no order.
        for wanted, row in zip(sorted(self.wanted), sorted(found)):
            self.check_row(engine.dialect, wanted, row)

    def check_row(self, where, wanted, row):
        # The program quotes what was written, the export does not.
        same_problem = wanted[-1].startswith(row[-1]) and bool(wanted[-1]) == bool(row[-1])
        if wanted[:-1] != row[:-1] or not same_problem:
            raise AssertionError(f"{self.criteria} in {where}:\n  wanted {wanted}\n  found  {row}\n  record "
                                 f"{[r for r in self.rows if (r[0] or '').strip() == wanted[0]]}")

    def check_json(self):
        diagram = self.diagram
        for cells, wanted in zip(self.rows, self.wanted):
            try:
                row = diagram.screen(dict(zip(self.columns, cells)))
            except Refused:
                row = ["refused" if i % 2 == 0 else "" for i in range(len(wanted) - 3)] + [""]
            if row != wanted[1:-1]:
                raise AssertionError(f"{self.criteria} as JSON:\n  wanted {wanted}\n  found  {row}\n  record {cells}")


class Test:
    def __init__(self, options):
        self.options = options
        self.extent = FULL if options.full else BRIEF if options.brief else USUAL
        self.program = Program(options.binary)
        self.engines = [engines.Sqlite()]
        self.skipped = []
        self.packages = None
        self.installed = None

    def try_engine(self, make):
        try:
            self.engines.append(make())
        except engines.Skipped as reason:
            self.skipped.append(str(reason))

    def find_engines(self):
        self.try_engine(engines.Postgres)
        if not self.extent.full:
            self.skipped.append("DuckDB, ClickHouse and Spark belong to the full run")
            return
        try:
            self.packages = engines.node_packages(self.options.packages)
            self.installed = None if self.options.packages else self.packages
        except engines.Skipped as reason:
            self.skipped.append(f"DuckDB, ClickHouse and Spark: {reason}")
            return
        self.try_engine(lambda: engines.Node(self.packages, "@duckdb/node-api", "duckdb", "duckdb", 1))
        self.try_engine(lambda: engines.Node(self.packages, "chdb", "chdb", "clickhouse", 5))

    def check(self, criteria, count, seed, databases):
        comparison = Comparison(self.program, criteria, count, seed, self.extent.walks)
        for engine in databases:
            started = time.monotonic()
            comparison.check_sql(engine)
            if count > RANDOM_ROWS:
                print(f"{criteria}: {len(comparison.rows)} rows are the same in {engine.version()}, {time.monotonic() - started:.1f} s",
                      flush=True)
        comparison.check_json()
        if count > RANDOM_ROWS:
            print(f"{criteria}: {len(comparison.rows)} rows are the same by the JSON ({comparison.refused} refused, of these "
                  f"{comparison.contradictory} contradictory, {comparison.undetermined} undetermined)", flush=True)
        return comparison

    def check_shipped(self):
        # The records must keep being of every kind, or agreement means little.
        comparison = self.check("scr-2015", self.extent.rows, 2015, self.engines)
        share = [comparison.refused, comparison.contradictory, comparison.undetermined]
        if min(share) < len(comparison.rows) // 100:
            raise AssertionError(f"too few of a kind: {share}")
        others = [path for folder in ("data/criteria", "tests/data/regimes")
                  for path in sorted((self.options.source / folder).rglob("*.toml")) if path.stem != "scr-2015"]
        for path in others:
            if self.loads(path):
                self.check(str(path), self.extent.other_rows, 1, self.engines)

    def loads(self, path):
        """A file that does not compile has tests of its own."""
        done = subprocess.run([self.options.binary, "criteria", "test", path], capture_output=True, timeout=60, check=False)
        return done.returncode in (0, 1)

    def check_random(self):
        files = CriteriaFiles(7)
        # A process a query would take the time of all the rest.
        near = [engine for engine in self.engines if not isinstance(engine, engines.Node)]
        compiled = 0
        with tempfile.TemporaryDirectory(prefix="scr-export-") as folder:
            for number in range(self.extent.random_files):
                path = pathlib.Path(folder) / f"random-{number}.toml"
                path.write_text(files.text(number), encoding="utf-8")
                everywhere = self.extent.full and number % 20 == 0
                self.check(str(path), RANDOM_ROWS, number, self.engines if everywhere else near)
                compiled += 1
        print(f"{compiled} random criteria files are the same, {RANDOM_ROWS} rows each")

    def check_size(self):
        for dialect in DIALECTS:
            size = len(self.program.sql("scr-2015", dialect).encode("utf-8"))
            if size >= LARGEST:
                raise AssertionError(f"scr-2015 for {dialect} takes {size} bytes")
            print(f"scr-2015 for {dialect}: {size} bytes")

    def parse_spark(self):
        if not self.packages or not (self.packages / "node_modules/dt-sql-parser").exists():
            self.skipped.append("Spark: no parser of its grammar (node package dt-sql-parser)")
            return
        with tempfile.TemporaryDirectory(prefix="scr-spark-") as folder:
            path = pathlib.Path(folder) / "spark.sql"
            path.write_text(self.program.sql("scr-2015", "spark"), encoding="utf-8")
            engines.call_node(self.packages, "spark", path)
        print("scr-2015 parses as Spark SQL")

    def run(self):
        try:
            self.find_engines()
            self.check_size()
            self.check_random()
            self.check_shipped()
            if self.extent.full:
                self.parse_spark()
        finally:
            for engine in self.engines:
                engine.close()
            if self.installed:
                shutil.rmtree(self.installed, ignore_errors=True)
        for reason in self.skipped:
            print(f"skipped: {reason}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("source", type=pathlib.Path)
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--full", action="store_true")
    extent.add_argument("--brief", action="store_true")
    parser.add_argument("--packages")
    Test(parser.parse_args()).run()


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, RuntimeError, subprocess.SubprocessError) as fault:
        print(fault)
        sys.exit(1)
