"""The databases that the exported SQL is run in. Each takes rows of text or None and gives the result
as a header and rows of text."""
import csv
import glob
import json
import os
import pathlib
import pwd
import shutil
import sqlite3
import subprocess
import tempfile

NODE_PACKAGES = ["@duckdb/node-api", "chdb", "dt-sql-parser"]


class Skipped(Exception):
    """Why a database is not here."""


def name(text):
    return '"' + text + '"'


class Sqlite:
    dialect = "sqlite"

    def version(self):
        return f"SQLite {sqlite3.sqlite_version}"

    def run(self, columns, rows, sql):
        with sqlite3.connect(":memory:") as database:
            database.execute(f"CREATE TABLE notifications ({', '.join(name(c) + ' TEXT' for c in columns)})")
            marks = ", ".join("?" * len(columns))
            database.executemany(f"INSERT INTO notifications VALUES ({marks})", rows)
            found = database.execute(sql)
            return [column[0] for column in found.description], [list(row) for row in found]

    def close(self):
        pass


class Postgres:
    """A server of its own in a temporary folder, reached through a socket there."""
    dialect = "postgresql"

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        if not found:
            raise Skipped("PostgreSQL is not installed (Debian package postgresql)")
        self.programs = pathlib.Path(found[-1])
        self.folder = tempfile.mkdtemp(prefix="scr-postgres-")
        self.user = None
        if os.geteuid() == 0:
            # The server refuses to run as root.
            self.user = next((user for user in ("postgres", "nobody") if self.known(user)), None)
            shutil.chown(self.folder, self.user)
        try:
            self.start()
        except (OSError, subprocess.SubprocessError) as fault:
            self.close()
            raise Skipped(f"PostgreSQL does not start here: {fault}") from fault

    @staticmethod
    def known(user):
        try:
            return pwd.getpwnam(user)
        except KeyError:
            return None

    def program(self, command, *arguments):
        subprocess.run([self.programs / command, *arguments], user=self.user, cwd=self.folder, check=True, timeout=60,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})

    def start(self):
        data = f"{self.folder}/data"
        self.program("initdb", "-D", data, "-U", "scr", "-A", "trust", "--no-sync", "--encoding=UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c max_connections=5"
        self.program("pg_ctl", "-D", data, "-l", f"{self.folder}/log", "-w", "-o", options, "start")

    def psql(self, script):
        return subprocess.run([self.programs / "psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-h", self.folder,
                               "-U", "scr", "-d", "postgres", "-f", "-"], input=script.encode("utf-8"), check=True,
                              stdout=subprocess.PIPE, timeout=600).stdout.decode("utf-8")

    def version(self):
        return "PostgreSQL " + self.psql("SHOW server_version").strip()

    def run(self, columns, rows, sql):
        cells = "\n".join(",".join("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in row)
                          for row in rows)
        types = ", ".join(name(column) + " text" for column in columns)
        found = self.psql(f"CREATE TEMPORARY TABLE notifications ({types});\n"
                          f"COPY notifications FROM STDIN WITH (FORMAT csv);\n{cells}\n\\.\n"
                          f"COPY (\n{sql}) TO STDOUT WITH (FORMAT csv, HEADER);\n")
        return read_csv(found.splitlines(keepends=True))

    def close(self):
        try:
            self.program("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        except (OSError, subprocess.SubprocessError):
            pass  # it did not start
        shutil.rmtree(self.folder, ignore_errors=True)


class Node:
    """A database that comes as a node package."""

    def __init__(self, packages, package, engine, dialect, parts):
        self.packages = packages
        self.package = package
        self.engine = engine
        self.dialect = dialect
        self.parts = parts
        if not (packages / "node_modules" / package / "package.json").exists():
            raise Skipped(f"the node package {package} is not in {packages}")

    def version(self):
        described = json.loads((self.packages / "node_modules" / self.package / "package.json").read_text("utf-8"))
        return f"{self.package} {described['version']}"

    def run(self, columns, rows, sql):
        rows = list(rows)
        with tempfile.TemporaryDirectory(prefix="scr-engine-") as folder:
            base = pathlib.Path(folder)
            (base / "columns.json").write_text(json.dumps(columns), encoding="utf-8")
            (base / "query.sql").write_text(sql, encoding="utf-8")
            files = []
            size = len(rows) // self.parts + 1
            for start in range(0, len(rows), size):
                files.append(base / f"part{start}.ndjson")
                with files[-1].open("w", encoding="utf-8") as part:
                    for row in rows[start:start + size]:
                        part.write(json.dumps(dict(zip(columns, row)), ensure_ascii=False) + "\n")
            call_node(self.packages, self.engine, base / "columns.json", base / "query.sql", base / "result.csv", *files)
            with (base / "result.csv").open(encoding="utf-8", newline="") as result:
                return read_csv(result)

    def close(self):
        pass


def call_node(packages, *arguments):
    script = pathlib.Path(__file__).with_name("engine.mjs")
    done = subprocess.run(["node", script, packages, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          timeout=1200, check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-3000:]}")


def read_csv(lines):
    rows = list(csv.reader(lines))
    return rows[0], rows[1:]


def node_packages(folder):
    """The folder given, or one in which the packages were installed now."""
    if folder:
        return pathlib.Path(folder)
    if not shutil.which("npm"):
        raise Skipped("there is no npm")
    base = pathlib.Path(tempfile.mkdtemp(prefix="scr-packages-"))
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", base,
                           *NODE_PACKAGES], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900, check=False)
    if done.returncode:
        shutil.rmtree(base, ignore_errors=True)
        raise Skipped("npm cannot install them: " + done.stdout.decode("utf-8", "replace").strip()[-200:])
    return base
