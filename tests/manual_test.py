"""Compares the manual with the program, both ways, and runs its examples.

usage: manual_test.py SCR_BINARY SOURCE_FOLDER

What is compared: the pages with mandoc's lint; the commands and the options of `scr ... --help` with
the pages; the exit statuses of failure.hpp with scr.1; the examples of the pages and of README.md
with what the program does.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# Status 0 and 1 are no failures, so they have no name in failure.hpp.
ANSWERS = {0, 1}


class Page:
    """A manual page: its macro lines, by section."""

    def __init__(self, path):
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()

    def section(self, name):
        inside = False
        for line in self.lines:
            if line.startswith(".Sh "):
                inside = line[4:].strip('"') == name
            elif inside:
                yield line

    def options(self):
        """Every long option that the page names."""
        return {"-" + name for line in self.lines if line.startswith(".")
                for name in re.findall(r"\bFl (-[a-z][a-z-]*)", line)}

    def described(self):
        """The options with an entry of their own."""
        return {"-" + name for line in self.lines if line.startswith(".It ")
                for name in re.findall(r"\bFl (-[a-z][a-z-]*)", line)}

    def synopsis(self):
        """Command words (`review decide`): its options and its arguments, as the synopsis has them."""
        forms = {}
        options, arguments = set(), set()
        for line in self.section("SYNOPSIS"):
            if line.startswith(".Nm scr"):
                options, arguments = forms.setdefault(line[len(".Nm scr"):].strip(), (set(), set()))
            options.update("-" + name for name in re.findall(r"\bFl (-[a-z][a-z-]*)", line))
            if "Fl" not in line:
                arguments.update(re.findall(r"\bAr (\S+)", line))
        return forms

    def displays(self):
        """The literal displays of EXAMPLES, as they are printed."""
        block = None
        for line in self.section("EXAMPLES"):
            if line.startswith(".Bd -literal"):
                block = []
            elif line == ".Ed":
                yield block
                block = None
            elif block is not None:
                block.append(printed(line))


def printed(line):
    for escape, text in (("\\e", "\\"), ("\\(aq", "'"), ("\\(dq", '"'), ("\\-", "-"), ("\\&", "")):
        line = line.replace(escape, text)
    return line


class Command:
    """A command as its help describes it."""

    def __init__(self, text):
        self.options = set()
        self.commands = []
        self.arguments = set(re.findall(r"[A-Z][A-Z|=-]+",
                                        re.sub(r"\[(OPTION…|COMMAND)\]", "", text.splitlines()[0])))
        section = ""
        for line in text.splitlines():
            if line.endswith(":") and not line.startswith(" "):
                section = line.split(",")[0].rstrip(":")
            match = re.match(r"  (\S.*?)(?:  |$)", line)
            if match and section == "commands":
                self.commands.append(match.group(1))
            elif match and section in ("options", "global options"):
                self.options.update(OPTION.findall(match.group(1)))


class Manual:
    def __init__(self, binary, source):
        self.binary = binary
        self.source = source
        self.faults = []
        self.checked = {"pages": 0, "commands": 0, "options": 0, "statuses": 0, "examples": 0}
        self.pages = {path.name: Page(path) for path in sorted((source / "man").glob("*.[0-9]"))}
        self.commands = {}
        self.read_help("")
        self.globals = self.commands[""].options

    def fault(self, text):
        self.faults.append(text)

    def read_help(self, name):
        done = subprocess.run([self.binary, *name.split(), "--help"], capture_output=True, text=True,
                              timeout=60, check=False)
        if done.returncode:
            self.fault(f"`scr {name} --help` ended with {done.returncode}: {done.stderr.strip()}")
        command = Command(done.stdout or "usage:")
        self.commands[name] = command
        for below in command.commands:
            self.read_help(f"{name} {below}".strip())

    def check_lint(self):
        for page in self.pages.values():
            self.checked["pages"] += 1
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page.path],
                                  capture_output=True, text=True, timeout=60, check=False)
            if done.returncode or done.stdout:
                self.fault(f"{page.path.name}: {done.stdout.strip() or done.stderr.strip()}")

    def check_commands(self):
        wanted = {f"scr-{name}.1" for name in self.commands[""].commands} | {"scr.1", "scr-criteria.5", "scr-map.5"}
        for name in sorted(wanted - self.pages.keys()):
            self.fault(f"{name}: there is no such page")
        for name in sorted(self.pages.keys() - wanted):
            self.fault(f"{name}: no command has this name")
        named = {line.split()[1] for line in self.pages["scr.1"].lines
                 if line.startswith(".Xr scr-") and line.split()[2] == "1"}
        for name in self.commands[""].commands:
            if f"scr-{name}" not in named:
                self.fault(f"scr.1: it does not name scr-{name}(1)")

    def check_forms(self, page, commands):
        """The synopsis has each command once, with its own options and arguments and no others."""
        forms = page.synopsis()
        for name in sorted(forms.keys() - commands.keys()):
            self.fault(f"{page.path.name}: the synopsis has `scr {name}`, which is no command")
        for name, command in commands.items():
            self.checked["commands"] += 1
            if name not in forms:
                # A command that only groups others has no form of its own.
                if not command.commands or command.options - self.globals or command.arguments:
                    self.fault(f"{page.path.name}: the synopsis lacks `scr {name}`")
                continue
            own = command.options - self.globals
            self.checked["options"] += len(own)
            options, arguments = forms[name]
            for option in sorted(own - options):
                self.fault(f"{page.path.name}: the synopsis of `scr {name}` lacks {option}")
            for option in sorted(options - own):
                self.fault(f"{page.path.name}: `scr {name}` does not take {option}")
            for argument in sorted(command.arguments - arguments):
                self.fault(f"{page.path.name}: the synopsis of `scr {name}` lacks {argument}")

    def check_options(self):
        for verb in self.commands[""].commands:
            page = self.pages.get(f"scr-{verb}.1")
            commands = {name: command for name, command in self.commands.items()
                        if name.split()[:1] == [verb]}
            if page is None:
                continue
            own = set().union(*(command.options for command in commands.values())) - self.globals
            for option in sorted(own - page.described()):
                self.fault(f"{page.path.name}: {option} has no entry")
            for option in sorted(page.options() - own - self.globals):
                self.fault(f"{page.path.name}: no command of it takes {option}")
            self.check_forms(page, commands)
        overview = self.pages["scr.1"]
        for option in sorted(self.globals - overview.described()):
            self.fault(f"scr.1: {option} has no entry")
        for option in sorted(overview.options() - self.globals):
            self.fault(f"scr.1: {option} is no global option")

    def check_statuses(self):
        text = (self.source / "include/scr/failure.hpp").read_text(encoding="utf-8")
        body = re.search(r"enum class FailureKind \{(.*?)\};", text, re.DOTALL).group(1)
        known = {int(number) for number in re.findall(r"=\s*(\d+)", body)} | ANSWERS
        overview = self.pages["scr.1"]
        written = {int(match.group(1)) for line in overview.section("EXIT STATUS")
                   if (match := re.match(r"\.It (\d+)$", line))}
        self.checked["statuses"] = len(known)
        for status in sorted(known - written):
            self.fault(f"scr.1: exit status {status} is missing")
        for status in sorted(written - known):
            self.fault(f"scr.1: no failure has the exit status {status}")

    def play(self, name, blocks, folder, environment):
        """Runs the command lines of the blocks in order; a block that begins `# FILE` is a file."""
        commands = 0
        for block in blocks:
            file = re.fullmatch(r"# ([a-z0-9-]+\.[a-z]+)", block[0]) if block else None
            if file:
                (folder / file.group(1)).write_text("\n".join(block) + "\n", encoding="utf-8")
                continue
            for command in session(block):
                commands += 1
                self.run_example(name, command, folder, environment)
        self.checked["examples"] += commands
        if not commands:
            self.fault(f"{name}: it has no example that is run")

    def run_example(self, name, command, folder, environment):
        wanted = re.search(r"#.*\(status (\d+)\)", command)
        wanted = int(wanted.group(1)) if wanted else 0
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode != wanted:
            said = done.stderr.decode("utf-8", "replace").strip()
            self.fault(f"{name}: `{command}` ended with {done.returncode}, not {wanted}: {said}")

    def check_examples(self):
        # The pages of the commands share a store: the program lists them as a case meets them.
        with Scratch(self) as (folder, environment):
            for verb in self.commands[""].commands:
                page = self.pages.get(f"scr-{verb}.1")
                if page:
                    self.play(page.path.name, page.displays(), folder, environment)
        for name in ("scr.1", "scr-criteria.5", "scr-map.5"):
            with Scratch(self) as (folder, environment):
                self.play(name, self.pages[name].displays(), folder, environment)
        with Scratch(self) as (folder, environment):
            self.play("README.md", readme_blocks(self.source / "README.md"), folder, environment)

    def run(self):
        self.check_lint()
        self.check_commands()
        self.check_options()
        self.check_statuses()
        self.check_examples()
        print("\n".join(self.faults))
        print(", ".join(f"{count} {what}" for what, count in self.checked.items())
              + f": {len(self.faults)} faults")
        return 1 if self.faults or not all(self.checked.values()) else 0


class Scratch:
    """A folder with the example files and an environment that knows no other store."""

    def __init__(self, manual):
        self.manual = manual

    def __enter__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="scr-manual-")
        folder = pathlib.Path(self.temporary.name)
        work = folder / "work"
        shutil.copytree(self.manual.source / "data" / "examples", work)
        environment = {
            "PATH": f"{self.manual.binary.parent}:{os.environ['PATH']}", "HOME": str(folder),
            "XDG_DATA_HOME": f"{folder}/data", "XDG_CONFIG_HOME": f"{folder}/config",
            "SCR_STORE": f"{folder}/store/scr.db", "SCR_BY": "Test Analyst", "LANG": "C.UTF-8",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        return work, environment

    def __exit__(self, *_):
        self.temporary.cleanup()


def session(block):
    """The commands of a block: lines that begin `$ `, each with its continued lines."""
    commands = []
    for line in block:
        if commands and commands[-1].endswith("\\"):
            commands[-1] += "\n" + line
        elif line.startswith("$ "):
            commands.append(line[2:])
    return [command for command in commands if command.split()[0] == "scr"]


def readme_blocks(path):
    """The `sh` blocks of a Markdown file; a line that begins `scr` is a command."""
    text = path.read_text(encoding="utf-8")
    for body in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        yield [("$ " + line if line.startswith("scr") else line) for line in body.splitlines()]


def main(binary, source):
    return Manual(pathlib.Path(binary).resolve(), pathlib.Path(source).resolve()).run()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
