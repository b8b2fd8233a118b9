"""Records screenings in a store, beside libsqlite3 alone and beside the sqlite3 shell.

usage: recording.py SCR_BINARY [--records N] [--runs N] [--results FILE]

libsqlite3 inserts the very rows that `scr screen --record` stored, into the same tables with the same
settings and commits, one at a time; they lie in memory before, and nothing is read, screened, sealed
or digested. The shell imports the file and screens it by the exported SQL into a table, with a
store's settings.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from peers import Peer, compiled, exported_sql, tell

READING = "readings/scr-2015-literal"
STORE_SETTINGS = "PRAGMA page_size=8192; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA cache_size=-131072;\n"


def shell_script(scr, folder, records, database):
    sql = exported_sql(scr, "sqlite")
    script = folder / "record.sql"
    script.write_text(f".open {database}\n.output /dev/null\n{STORE_SETTINGS}.mode csv\n.import {records} notifications\n"
                      f"CREATE TABLE screening AS\n{sql};\n", encoding="utf-8")
    return script


def peers_of(scr, folder):
    limit = compiled(folder, "store_limit.cpp", "-lsqlite3")
    sorted_csv, scattered_csv = folder / "sorted.csv", folder / "scattered.csv"
    script = shell_script(scr, folder, sorted_csv, folder / "shell.db")

    def record(name, records):
        return Peer(name, "csv", [scr, "screen", "--quiet", "--by", "bench", "--record", "--format", "csv", "--from",
                                  records, "--store", folder / f"{records.stem}.db"], reads=False, allowed=(3,))

    taken = folder / "taken.db"
    peers = [record("scr screen --record", sorted_csv),
             Peer("libsqlite3 alone", "csv", [limit, folder / "sorted.db", folder / "copy.db"], reads=False),
             Peer("sqlite3 shell, import and screen", "csv", ["sh", "-c", f"sqlite3 < {script}"], reads=False),
             record("scr screen --record, refs without order", scattered_csv),
             Peer("scr notify", "csv", [scr, "notify", "--quiet", "--by", "bench", "--format", "csv", "--from", sorted_csv,
                                        "--store", taken], reads=False, allowed=(3,)),
             Peer("scr screen --pending", "csv", [scr, "screen", "--pending", "--quiet", "--by", "bench", "--format", "csv",
                                                  "--store", taken], reads=False),
             Peer("scr criteria diff --on-records", "csv", [scr, "criteria", "diff", "scr-2015", READING, "--on-records",
                                                            "--store", taken], reads=False, allowed=(1,))]
    for peer, store in zip(peers, ("", "sorted.db", "", "", "", "taken.db", "taken.db")):
        peer.store = store
    return peers


def fresh(folder, peer):
    """Every run makes its database anew, but where it is about what the store of the one before holds."""
    for database in folder.glob("*.db*"):
        if not peer.store or not database.name.startswith(peer.store):
            database.unlink()


def run(peer, folder):
    said = folder / "said"
    os.sync()  # what others left to be written is not this one's to wait for
    peer.run(os.devnull, said)
    if peer.name == "libsqlite3 alone":  # what was inserted was read before
        peer.seconds[-1] = float(said.read_text(encoding="utf-8"))


def report(peers, records, runs):
    ours, alone, shell, scattered = (peer.median() for peer in peers[:4])
    lines = ["", "## Recording", "",
             f"{records:,} records into a store, {'one run' if runs == 1 else f'medians of {runs}'}. A ratio is the rate "
             "over that of libsqlite3 alone.", "",
             "| | records a second | ratio | peak memory |", "|---|---:|---:|---:|"]
    for peer in peers:
        lines.append(f"| {peer.name} | {records / peer.median():,.0f} | {alone / peer.median():.2f} | "
                     f"{peer.peak / 1024:.0f} MiB |")
    lines += ["", f"`scr` reaches {alone / ours:.2f} of libsqlite3 alone and {shell / ours:.2f} times the shell; with refs "
              f"without order {ours / scattered:.2f} of its rate with sorted ones."]
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scr", type=os.path.abspath)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--results", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scr-bench-") as name:
        folder = pathlib.Path(name)
        generate = compiled(folder, "generate.cpp")
        for order in ("sorted", "scattered"):
            with (folder / f"{order}.csv").open("wb") as target:
                subprocess.run([generate, "csv", str(arguments.records), order], stdout=target, check=True)
        peers = peers_of(arguments.scr, folder)
        for _ in range(arguments.runs):
            for peer in peers:
                fresh(folder, peer)
                run(peer, folder)
        lines = report(peers, arguments.records, arguments.runs)
    tell(lines, arguments.results)


if __name__ == "__main__":
    main()
