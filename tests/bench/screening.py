"""Screens the same records with the program and with what else one could take, side by side.

usage: screening.py SCR_BINARY SOURCE_FOLDER [--records N] [--runs N] [--packages FOLDER] [--results FILE]

The limit and the loop over simdjson are built for the machine at hand, the program runs as it ships.
All have to agree on the review outcome of every record. What is compared is the time of one run on
the clock, in turns within one run of this script, for the machine may not be ours alone; peak memory
is that of the process. DuckDB runs a query written by hand for it and the exported one. It comes from
a node package: of FOLDER (a folder with node_modules), else installed for the run, else left out, as
it is for `none`.
"""
import argparse
import hashlib
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from peers import HERE, Peer, compiled, exported_sql, node_packages, tell


def review_outcomes(peer, path):
    """A sum over the outcomes of all records whatever their order. It takes no memory, for a process
    begins with the peak memory of whoever starts it."""
    total = 0
    with open(path, "rb") as lines:
        if peer.columns:
            next(lines)
        for line in lines:
            outcome = b",".join(line.rstrip(b"\n").split(b",", 2)[:2])
            total += int.from_bytes(hashlib.blake2b(outcome, digest_size=8).digest(), "big")
    return total % (1 << 64)


def sqlite_script(scr, folder, records, outcomes):
    sql = exported_sql(scr, "sqlite")
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
        Peer("limit, two threads", "csv", [limit, csv], reads=False),
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
        exported = folder / "duckdb.sql"
        # Into a table first: with a condition of its own around the query, DuckDB would write the whole
        # query out once more in the condition, which takes many gigabytes.
        exported.write_text(f"CREATE TEMP TABLE screened AS {exported_sql(scr, 'duckdb')};\n"
                            "SELECT ref, review FROM screened WHERE review <> 'refused'\n", encoding="utf-8")
        for way, sql in (("", HERE / "screen.sql"), (" exported SQL,", exported)):
            for form, records in (("csv", csv), ("ndjson", ndjson)):
                peers.append(Peer(f"DuckDB,{way} {form.upper()}", form,
                                  ["node", HERE / "duckdb.mjs", packages, sql, form, records], reads=False))
    return peers


def report(peers, records, runs):
    named = {peer.name: peer for peer in peers}
    base = {"csv": named["limit, one thread"].median(), "ndjson": named["simdjson loop, one thread"].median()}
    lines = ["# Measured side by side", "", "## Screening", "",
             f"{records:,} records, medians of {runs}, {os.cpu_count()} processors, {platform.machine()}. "
             "A ratio is the rate over that of the first of its form: the loop written by hand, which checks nothing "
             "and writes two columns, or the loop over simdjson. All agree on the outcome of every record. "
             "Written by `./dev bench`. sqlite3 runs the exported SQL; DuckDB, on all processors, a query written by "
             "hand, and the exported SQL where it says so.", "",
             "| | records a second | ratio | peak memory |", "|---|---:|---:|---:|"]
    for peer in sorted(peers, key=lambda one: (one.form, one.median())):
        lines.append(f"| {peer.name} | {records / peer.median():,.0f} | {base[peer.form] / peer.median():.2f} | "
                     f"{peer.peak / 1024:.0f} MiB |")
    two = named["limit, two threads"].median() / named["scr, two threads"].median()
    lines += ["", f"With two threads `scr` reaches {two:.2f} of the loop with two threads, which keeps no order."]
    return lines


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
                found = review_outcomes(peer, outcomes)
                wanted = wanted or found
                if found != wanted:
                    sys.exit(f"{peer.name} does not agree")
        lines = report(peers, arguments.records, arguments.runs)
    tell(lines, arguments.results)


if __name__ == "__main__":
    main()
