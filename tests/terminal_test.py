"""Runs transcripts at a terminal: what was typed, the whole screen, the exit status.

usage: terminal_test.py [--update] SCR_BINARY SOURCE_FOLDER FILE...

As in transcript.py, lines indented by two spaces are the session. After `$ command` come the lines
that a person types, each `< text` and sent when a prompt (an unfinished line that ends with a colon)
waits for it; `< ^C` and `< ^D` are those keys. Then the screen as it looked at the end, with what
was typed where the terminal echoed it. Escape sequences show as `\\e`. The window has 80 columns
unless the command says `stty cols`, and does not scroll.
"""
import datetime
import difflib
import fcntl
import os
import pathlib
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time

import transcript

ROWS, COLUMNS = 24, 80
KEYS = {"^C": b"\x03", "^D": b"\x04"}
LONGEST = 120  # seconds for a session: sanitizers on a busy machine are slow


def blocks(lines):
    """Splits a transcript into prose lines and (command, typed lines) pairs; the screen is dropped."""
    parts = []
    for line in lines:
        last = parts[-1] if parts and isinstance(parts[-1], tuple) else None
        if line.startswith("  $ "):
            parts.append((line, [], []))
        elif last and line.startswith("  < ") and not last[2]:
            last[1].append(line)
        elif last and line.startswith("  <") and not last[2] and line.strip() == "<":
            last[1].append(line)
        elif last and line.startswith("  "):
            last[2].append(line)
        else:
            parts.append(line)
    return parts


def spawn(command, folder, environment):
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.chdir(folder)
        os.execve("/bin/sh", ["sh", "-c", command], environment)
    return child, terminal


def waits(screen):
    """Whether the last line is a prompt."""
    return screen.rpartition(b"\n")[2].endswith(b": ")


def read_screen(terminal, keys):
    """Everything that the terminal showed while the keys were sent, each to a prompt of its own."""
    screen = b""
    answered = 0  # what the screen held when the last prompt was answered
    quiet = False
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if quiet and keys and waits(screen) and len(screen) > answered:
            answered = len(screen)
            os.write(terminal, keys.pop(0))
        ready, _, _ = select.select([terminal], [], [], 0.05)
        quiet = not ready
        if not ready:
            if not keys and waits(screen) and len(screen) > answered:
                return screen, "nothing more was typed, and the program waits"
            continue
        try:
            block = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            return screen, ""
        if not block:
            return screen, ""
        screen += block
    return screen, "the session did not end in time"


def run(command, typed, folder, source, environment):
    keys = [KEYS.get(line, line.encode() + b"\n") for line in typed]
    child, terminal = spawn(command, folder, environment)
    screen, fault = read_screen(terminal, keys)
    if fault:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    text = screen.decode("utf-8", "backslashreplace").replace("\r\n", "\n").replace("\x1b", "\\e")
    text = text.replace(folder, "<folder>").replace(source, "<source>")
    for pattern, name in transcript.REPLACED:
        text = pattern.sub(name, text)
    today = datetime.datetime.now(transcript.LONDON).date()
    text = text.replace(today.isoformat(), "<today>").replace(f"N-{today.year}-", "N-<year>-")
    lines = ["  " + line.rstrip("\r") for line in text.splitlines()]
    if fault:
        return lines + [f"  [{fault}]"]
    if keys:
        lines.append(f"  [{len(keys)} lines were not read]")
    if code:
        lines.append(f"  [{code if code > 0 else 128 - code}]")
    return lines


def play(path, binary, source):
    lines = path.read_text(encoding="utf-8").splitlines()
    result = []
    commands = 0
    with tempfile.TemporaryDirectory(prefix="scr-terminal-") as folder:
        environment = {
            "PATH": f"{binary.parent}:{os.environ['PATH']}", "HOME": folder, "TERM": "dumb",
            "XDG_DATA_HOME": f"{folder}/data", "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_STATE_HOME": f"{folder}/state", "SCR_BY": "Test Analyst", "LANG": "C.UTF-8",
            "E": str(source / "data" / "examples"),
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        for part in blocks(lines):
            if isinstance(part, str):
                result.append(part)
                continue
            command, typed, _ = part
            commands += 1
            result += [command] + typed
            result += run(command[4:], [line[4:] for line in typed], folder, str(source), environment)
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
    print(f"{len(files) - failed} of {len(files)} sessions as written, {total} commands")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
