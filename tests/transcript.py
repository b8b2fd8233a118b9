"""Runs transcripts: what was typed, everything that was printed, the exit status.

usage: transcript.py [--update] SCR_BINARY SOURCE_FOLDER FILE...

A transcript is a text. Lines indented by two spaces are the session: `$ command` (continued by
`> `), then the whole output, standard error included, then `[status]` unless it is 0. All else is
prose. Every file runs in an empty folder of its own, without a terminal, as `Test Analyst`.
What no test should depend on is replaced in the output: today, instants, digests, the folders' names.
"""
import datetime
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zoneinfo

LONDON = zoneinfo.ZoneInfo("Europe/London")
REPLACED = [
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "<instant>"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<digest>"),
    (re.compile(r"\b[0-9a-f]{12}\b"), "<short digest>"),
    (re.compile(r"\bL-\d{4}-"), "L-<year>-"),
]


def blocks(lines):
    """Splits a transcript into prose lines and (command lines, expected lines) pairs."""
    parts = []
    for line in lines:
        if line.startswith("  $ "):
            parts.append(([line], []))
        elif line.startswith("  > ") and parts and isinstance(parts[-1], tuple) and not parts[-1][1]:
            parts[-1][0].append(line)
        elif line.startswith("  ") and parts and isinstance(parts[-1], tuple):
            parts[-1][1].append(line)
        else:
            parts.append(line)
    return parts


def run(command, folder, source, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode("utf-8", "backslashreplace").replace(folder, "<folder>").replace(source, "<source>")
    for pattern, name in REPLACED:
        text = pattern.sub(name, text)
    text = text.replace(datetime.datetime.now(LONDON).date().isoformat(), "<today>")
    lines = ["  " + line if line else "" for line in text.splitlines()]
    # A blank line of output stays inside the session: two spaces and nothing else.
    lines = [line or "  " for line in lines]
    if done.returncode:
        lines.append(f"  [{done.returncode}]")
    return lines


def play(path, binary, source):
    lines = path.read_text(encoding="utf-8").splitlines()
    result = []
    commands = 0
    with tempfile.TemporaryDirectory(prefix="scr-transcript-") as folder:
        environment = {
            "PATH": f"{binary.parent}:{os.environ['PATH']}",
            "HOME": folder, "XDG_DATA_HOME": f"{folder}/data", "XDG_CONFIG_HOME": f"{folder}/config",
            "SCR_BY": "Test Analyst", "LANG": "C.UTF-8", "S": str(source),
            "E": str(source / "data" / "examples"),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        for part in blocks(lines):
            if isinstance(part, str):
                result.append(part)
                continue
            typed, _ = part
            commands += 1
            result += typed + run("\n".join(line[4:] for line in typed), folder, str(source), environment)
    return lines, result, commands


def main(arguments):
    update = arguments[:1] == ["--update"]
    binary, source, *files = arguments[1:] if update else arguments
    failed = 0
    total = 0
    for name in files:
        path = pathlib.Path(name)
        wanted, found, commands = play(path, pathlib.Path(binary).resolve(), pathlib.Path(source).resolve())
        total += commands
        if wanted == found and commands:
            continue
        if update:
            path.write_text("\n".join(found) + "\n", encoding="utf-8")
            print(f"updated {path}")
            continue
        failed += 1
        print("\n".join(difflib.unified_diff(wanted, found, f"{path} (wanted)", f"{path} (found)", lineterm="")))
    print(f"{len(files) - failed} of {len(files)} transcripts as written, {total} commands")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
