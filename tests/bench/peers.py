"""What is measured side by side, and how: the time of one run on the clock and the peak memory."""
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
COMPILE = ["g++", "-std=c++20", "-O3", "-march=x86-64-v3"]


class Peer:
    """A command that reads RECORDS and writes the outcomes `ref,review`, or more with a header."""

    def __init__(self, name, form, command, *, reads=True, columns=False, cpus=None, allowed=(0,)):
        self.name, self.form, self.command = name, form, command
        self.reads, self.columns, self.cpus, self.allowed = reads, columns, cpus, allowed
        self.seconds, self.peak = [], 0

    def run(self, records, outcomes):
        command = [str(part) for part in self.command]
        if self.cpus:
            command = ["taskset", "-c", self.cpus, *command]
        with open(records, "rb") as source, open(outcomes, "wb") as target:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=source if self.reads else subprocess.DEVNULL, stdout=target,
                                       stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.peak = max(self.peak, usage.ru_maxrss)
        if process.returncode not in self.allowed:
            raise RuntimeError(f"{self.name} ended with {process.returncode}")

    def median(self):
        return statistics.median(self.seconds)


def node_packages(folder):
    if folder == "none":
        return None
    if folder:
        return pathlib.Path(folder)
    if not shutil.which("npm"):
        return None
    base = pathlib.Path(tempfile.mkdtemp(prefix="scr-packages-"))
    done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", base,
                           "@duckdb/node-api"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900,
                          check=False)
    return base if done.returncode == 0 else None


def compiled(folder, source, *libraries):
    program = folder / source.split(".")[0]
    subprocess.run([*COMPILE, HERE / source, "-o", program, *libraries], check=True)
    return program


def exported_sql(scr, dialect):
    """The query of scr-2015 for a database, ready to stand within another."""
    return subprocess.run([scr, "criteria", "export", "scr-2015", "--to", "sql", "--dialect", dialect],
                          stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").strip().rstrip(";")


def tell(lines, results):
    """Prints a section, and adds it to the file of results where there is one."""
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if results:
        with results.open("a", encoding="utf-8") as file:
            file.write(text)
