"""The program as these tests run it: in an environment that knows no other store, and never ended by a signal."""
import dataclasses
import json
import os
import pathlib
import subprocess

FAULT_OF_THE_PROGRAM = 70


class Fault(AssertionError):
    """What was expected and what came instead."""


@dataclasses.dataclass(frozen=True)
class Said:
    status: int
    out: bytes
    err: str

    def first_error(self):
        errors = [line.removeprefix("error: ") for line in self.err.splitlines() if line.startswith("error: ")]
        return errors[0] if errors else ""

    def summary(self):
        """What a run with --format ndjson counted."""
        return next(json.loads(line) for line in self.err.splitlines() if line.startswith('{"type":"summary"'))


class Program:
    def __init__(self, binary, folder):
        self.binary = pathlib.Path(binary).resolve()
        self.environment = {
            "PATH": f"{self.binary.parent}:{os.environ['PATH']}", "HOME": str(folder), "XDG_DATA_HOME": f"{folder}/data",
            "XDG_CONFIG_HOME": f"{folder}/config", "SCR_BY": "Test Analyst", "LANG": "C.UTF-8",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }

    def run(self, *arguments, folder=None, allowed=None):
        done = subprocess.run([self.binary, *arguments], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, check=False)
        said = Said(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))
        words = " ".join(map(str, arguments))
        if said.status < 0 or said.status == FAULT_OF_THE_PROGRAM:
            raise Fault(f"scr {words} ended by {said.status}\n{said.err[-2000:]}")
        if allowed is not None and said.status not in allowed:
            raise Fault(f"scr {words}: {said.status}\n{said.err[-2000:]}")
        return said

    def start(self, *arguments, **options):
        """A run that goes on beside the test."""
        return subprocess.Popen([self.binary, *arguments], env=self.environment, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, **options)


def processor_clock(process):
    """The clock of the processor time that it used, as clock_getcpuclockid(3) names it."""
    return (~process.pid << 3) | 2


def same(what, found, wanted):
    if found != wanted:
        raise Fault(f"{what}\n  wanted {wanted!r}\n  found  {found!r}")


class Cases:
    """Runs checks by name. A case with a known fault of the program has to fail until that is repaired."""

    def __init__(self):
        self.count = 0
        self.failed = 0
        self.known = 0

    def check(self, name, known_fault, check):
        self.count += 1
        try:
            check()
        except Fault as fault:
            if known_fault:
                self.known += 1
                print(f"known fault: {name}: {known_fault} ({str(fault).splitlines()[0]})")
            else:
                self.failed += 1
                print(f"{name}: {fault}")
            return
        if known_fault:
            self.failed += 1
            print(f"{name}: no fault any more: take `known_fault` away ({known_fault})")

    def status(self, what):
        print(f"{self.count} {what}: {self.failed} not as expected, {self.known} with a known fault")
        return 1 if self.failed or not self.count else 0
