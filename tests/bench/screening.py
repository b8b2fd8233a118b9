"""Screens the same records with the program and with what else one could take, side by side.

usage: screening.py SCR_BINARY SOURCE_FOLDER [--records N] [--runs N] [--packages FOLDER] [--results FILE]

The limit and the loop over simdjson are built for the machine at hand, the program runs as it ships.
All have to agree on the review outcome of every record. What is compared is the time of one run on
the clock, in turns within one run of this script, for the machine may not be ours alone; peak memory
is that of the process. DuckDB comes from a node package: of FOLDER (a folder with node_modules), else
installed for the run, else left out, as it is for `none`.
"""
import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # the source folder stays as it is

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


def review_column(peer, path):
    with open(path, encoding="utf-8") as lines:
        if peer.columns:
            next(lines)
        return sorted(",".join(line.rstrip("\n").split(",")[:2]) for line in lines)


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


def sqlite_script(scr, folder, records, outcomes):
    sql = subprocess.run([scr, "criteria", "export", "scr-2015", "--to", "sql", "--dialect", "sqlite"],
                         stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").strip().rstrip(";")
    script = folder / "screen.sql"
    script.write_text(f".mode csv\n.import {records} notifications\n.once {outcomes}\n"
                      f"SELECT ref, review FROM (\n{sql}\n) WHERE review <> 'refused';\n", encoding="utf-8")
    return script


def peers_of(arguments, folder):
    scr, packages = arguments.scr, node_packages(arguments.packages)
    csv, ndjson = folder / "records.csv", folder / "records.ndjson"
    screen = [scr, "screen", "--quiet"]
    limit, loop = compiled(folder, "limit.cpp"), compiled(folder, "json_loop.cpp", "-lsimdjson")
    peers = [
        Peer("limit, one thread", "csv", [limit], cpus="0"),
        Peer("scr, one thread", "csv", [*screen, "--format", "csv", "--jobs", "1", "--from", "-"], columns=True,
             cpus="0", allowed=(3,)),
        Peer("scr, two threads", "csv", [*screen, "--format", "csv", "--jobs", "2", "--from", csv], reads=False,
             columns=True, allowed=(3,)),
        Peer("simdjson loop, one thread", "ndjson", [loop], cpus="0"),
        Peer("scr, one thread, NDJSON", "ndjson", [*screen, "--format", "csv", "--jobs", "1", "--from", "-"],
             columns=True, cpus="0", allowed=(3,)),
        Peer("scr, two threads, NDJSON", "ndjson",
             [*screen, "--format", "csv", "--jobs", "2", "--from", ndjson], reads=False, columns=True, allowed=(3,)),
    ]
    if shutil.which("mawk"):
        peers.append(Peer("mawk", "csv", ["mawk", "-f", HERE / "screen.awk"]))
    if shutil.which("sqlite3"):
        outcomes = folder / "sqlite.csv"
        script = sqlite_script(scr, folder, csv, outcomes)
        peers.append(Peer("sqlite3", "csv", ["sh", "-c", f"sqlite3 :memory: < {script} && cat {outcomes}"]))
    if packages:
        sql = folder / "duckdb.sql"
        with sql.open("wb") as target:
            subprocess.run([scr, "criteria", "export", "scr-2015", "--to", "sql", "--dialect", "duckdb"],
                           stdout=target, check=True)
        for form, records in (("csv", csv), ("ndjson", ndjson)):
            peers.append(Peer(f"DuckDB, {form.upper()}", form,
                              ["node", HERE / "duckdb.mjs", packages, sql, form, records, "/dev/stdout"]))
    return peers


def report(peers, records, runs):
    base = {"csv": peers[0].median(), "ndjson": peers[3].median()}
    lines = ["# Screening, side by side", "",
             f"{records:,} records, medians of {runs}, {os.cpu_count()} processors, {platform.machine()}. "
             "A ratio is the rate over that of the first of its form: the loop written by hand, which checks nothing "
             "and writes two columns, or the loop over simdjson. All agree on the outcome of every record. "
             "Written by `./dev bench`.", "",
             "| | records a second | ratio | peak memory |", "|---|---:|---:|---:|"]
    for peer in sorted(peers, key=lambda one: (one.form, one.median())):
        lines.append(f"| {peer.name} | {records / peer.median():,.0f} | {base[peer.form] / peer.median():.2f} | "
                     f"{peer.peak / 1024:.0f} MiB |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scr", type=os.path.abspath)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--packages")
    parser.add_argument("--results", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scr-bench-") as name:
        folder = pathlib.Path(name)
        generate = compiled(folder, "generate.cpp")
        for form in ("csv", "ndjson"):
            with (folder / f"records.{form}").open("wb") as target:
                subprocess.run([generate, form, str(arguments.records)], stdout=target, check=True)
        peers = peers_of(arguments, folder)
        wanted = None
        for turn in range(arguments.runs):
            for peer in list(peers):
                outcomes = folder / "outcomes.csv"
                try:
                    peer.run(folder / f"records.{peer.form}", outcomes)
                except RuntimeError as fault:
                    if not peer.name.startswith("DuckDB"):
                        raise
                    print(f"left out: {fault}", file=sys.stderr)
                    peers.remove(peer)
                    continue
                if turn > 0:
                    continue
                found = review_column(peer, outcomes)
                wanted = wanted or found
                if found != wanted:
                    sys.exit(f"{peer.name} does not agree")
        text = report(peers, arguments.records, arguments.runs)
    print(text, end="")
    if arguments.results:
        arguments.results.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
