"""Each room may look only where the design allows; a line here is a sentence of the design.

usage: room_test.py SOURCE_FOLDER
"""
import pathlib
import re
import sys

# Room: the rooms whose headers it may include besides its own.
ROOMS = {
    "text": set(),
    "digest": set(),
    "criteria": {"text"},
    "record": {"text"},
    "publication": {"record", "text"},
    "casework": {"criteria", "record", "publication", "digest", "text"},
    "criteria_toml": {"criteria", "text"},
    "json": set(),
    "concurrent": set(),
    "intake": {"casework", "criteria", "record", "json", "text"},
    "batch": {"intake", "casework", "criteria", "record", "text"},
    "store": {"casework", "record", "digest", "json", "concurrent", "text"},
    "site": {"casework", "publication", "digest", "text"},
    "documents": {"casework", "publication", "text"},
    "cli": {"casework", "criteria", "record", "publication", "digest", "text", "criteria_toml",
            "intake", "batch", "store", "site", "documents", "concurrent"},
}
# Library, by the beginning of an included name: the only rooms that may know it.
LIBRARIES = {
    "toml++": {"criteria_toml"},
    "SQLiteCpp": {"store"},
    "sqlite3": {"store"},
    "CLI/": {"cli"},
    "simdjson": {"json", "intake", "store"},
    "zlib": {"intake"},
    "zstd": {"intake"},
    "cmark": {"documents"},
    "openssl": {"digest"},
}
# What the pure rooms may not touch: the clock, files, streams, the system.
PURE = {"text", "digest", "criteria", "record", "publication"}
IMPURE_HEADERS = {"filesystem", "fstream", "iostream", "thread", "ctime", "time.h", "unistd.h",
                  "cstdio", "stdio.h", "fcntl.h", "cstdlib", "stdlib.h"}
IMPURE_CALLS = re.compile(r"system_clock|steady_clock|std::getenv|\bgetenv\(|\bfopen\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def room_of(header):
    match = re.match(r"(?:scr/)?(\w+)/", header)
    return match.group(1) if match and match.group(1) in ROOMS else None


def faults_of(path, room, text):
    for header in INCLUDE.findall(text):
        target = room_of(header)
        if target and target != room and target not in ROOMS[room]:
            yield f"{path}: room {room} may not look into {target} ({header})"
        if target and target != room and not header.startswith("scr/"):
            yield f"{path}: {header} is private to {target}"
        for library, owners in LIBRARIES.items():
            if header.startswith(library) and room not in owners:
                yield f"{path}: only {', '.join(sorted(owners))} may know {library}"
        if room in PURE and header in IMPURE_HEADERS:
            yield f"{path}: the pure room {room} may not include <{header}>"
    if room in PURE and IMPURE_CALLS.search(text):
        yield f"{path}: the pure room {room} reads a clock, the environment or a file"


def main(root):
    files = 0
    faults = []
    for base in (root / "include" / "scr", root / "src"):
        for path in sorted(base.rglob("*.[ch]pp")):
            room = path.relative_to(base).parts[0]
            if room not in ROOMS:
                continue
            files += 1
            faults += faults_of(path.relative_to(root), room, path.read_text(encoding="utf-8"))
    print("\n".join(faults))
    print(f"{files} files read, {len(faults)} where they should not look")
    return 1 if faults or files < 50 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
