"""Screens files of a hundred thousand, a million and ten million records: time and peak memory.

usage: scaling.py SCR_BINARY [--runs N] [--results FILE]
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source folder stays as it is

from peers import Peer, compiled, tell

SIZES = [100_000, 1_000_000, 10_000_000]


def peers_of(scr, records):
    screen = [scr, "screen", "--quiet", "--format", "csv", "--from"]
    return [Peer("from the file", "csv", [*screen, records], reads=False, allowed=(3,)),
            Peer("from a pipe", "csv", ["sh", "-c", 'cat "$0" | "$@"', records, *screen, "-"], reads=False, allowed=(3,))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scr", type=os.path.abspath)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--results", type=pathlib.Path)
    arguments = parser.parse_args()
    lines = ["", "## Large files", "", f"CSV to full output on all processors, medians of {arguments.runs}.", "",
             "| records | | seconds | peak memory |", "|---:|---|---:|---:|"]
    medians = {}
    with tempfile.TemporaryDirectory(prefix="scr-bench-") as name:
        folder = pathlib.Path(name)
        generate, records = compiled(folder, "generate.cpp"), folder / "records.csv"
        for size in SIZES:
            with records.open("wb") as target:
                subprocess.run([generate, "csv", str(size)], stdout=target, check=True)
            for peer in peers_of(arguments.scr, records):
                for _ in range(arguments.runs):
                    peer.run(os.devnull, os.devnull)
                medians[size, peer.name] = peer.median()
                lines.append(f"| {size:,} | {peer.name} | {peer.median():.2f} | {peer.peak / 1024:.0f} MiB |")
    growth = medians[SIZES[2], "from the file"] / medians[SIZES[1], "from the file"]
    lines += ["", f"Ten million take {growth:.1f} times as long as one million."]
    tell(lines, arguments.results)


if __name__ == "__main__":
    main()
