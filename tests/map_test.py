"""A file in another's names, codes and dates says what the same file in ours says.

usage: map_test.py SCR_BINARY SOURCE_FOLDER

Rows in our names are made by chance, turned into an invented sender's CSV and NDJSON, sketched into a
map, and the map is completed by what is known of the sender. Then screening the sender's file through
the map is byte for byte the screening of ours, and what is stored is the same.
"""
import csv
import datetime
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).parent / "export"))
import records  # noqa: E402

ROWS = 10_000
STORED = 500
HEADERS = {"ref": "Case No", "agency": "Sender", "child": "Sibling", "incident_on": "Day of it", "died_on": "Died On",
           "age": "AGE"}
# A blank of the sender's is written as a code, and 0 and 1 mean the contrary of ours.
YES_NO = {"yes": "0", "no": "1", "unknown": "9", "": "-"}
NOTES = ["Clerk", "Batch"]
# What a header or a cell may hold beside letters; a lone bracket or `#` is none of TOML's here.
ODD = ['He said "x"', "a\\b", "\u00e9t\u00e9", "tab\tin", "#", "", "[x]", "two\nlines", "\x7f", "\u2028", "\x1b[31m", "'", "?", "? y",
       "x, y", "= 1", "\U0001f600", "\\u0041", '"""']
FACTS = """SELECT agency, sender_reference, child, received_on, incident_on, died_on, facts_text.facts, facts_version.digest
           FROM facts_version JOIN case_label ON case_label.id = case_id
           JOIN facts_text ON facts_text.id = facts_text_id ORDER BY case_id"""


class Sender:
    """What the invented sender writes in place of our columns and cells."""

    def __init__(self, facts):
        self.facts = {fact.id: fact for fact in facts}
        self.codes = {fact.id: self.codes_of(fact) for fact in facts}

    def codes_of(self, fact):
        if fact.type == "yes_no":
            return YES_NO
        if fact.type == "integer":
            return {"unknown": "NK", "": "-"}
        return {answer: f"{position:02}" for position, answer in enumerate(fact.choices + ["unknown", ""])}

    def header(self, column):
        return HEADERS.get(column, column.replace("_", " ").title())

    def cell(self, column, text):
        if column in self.codes:
            return self.codes[column].get(text.strip().lower(), text)
        if column.endswith("_on") and text:
            return datetime.date.fromisoformat(text).strftime("%d/%m/%Y")
        return text

    def answer(self, column, code):
        """The answer of ours that a code stands for."""
        return {theirs: ours for ours, theirs in self.codes[column].items()}[code]


def rows_of(facts, seed):
    """Rows in our names; a few have an answer that is neither ours nor the sender's."""
    chance = random.Random(seed)
    for number in range(ROWS):
        row = {"ref": f"F{number:05}", "agency": "Northshire", "child": chance.choice("ab"),
               "incident_on": day(chance), "died_on": day(chance) if chance.random() < 0.5 else ""}
        for fact in facts:
            row[fact.id] = answer(chance, fact)
        if number % 997 == 0:
            row["died"] = "perhaps"
        yield row


def day(chance):
    return (datetime.date(2016, 1, 1) + datetime.timedelta(days=chance.randrange(1000))).isoformat()


def answer(chance, fact):
    kind = chance.randrange(8)
    if kind < 2:
        return ["unknown", ""][kind]
    if fact.type == "integer":
        return str(chance.randrange(19))
    return chance.choice(fact.choices)


def write(folder, name, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with open(folder / f"{name}.ndjson", "w", encoding="utf-8") as file:
        file.writelines(json.dumps(json_of(row)) + "\n" for row in rows)


def json_of(row):
    """Numbers where the text is one, and no blanks: both are read as the cells of CSV are."""
    return {key: int(text) if re.fullmatch(r"0|[1-9]\d*", text) else text for key, text in row.items() if text}


def completed(sketch, sender, columns):
    """The draft with its questions answered: by what is known of the sender, and nothing else."""
    ours = {sender.header(column): column for column in columns}
    lines = []
    not_found = []
    column = ""
    for line in sketch.splitlines():
        if match := re.match(r'#   (".*?"),  # ', line):
            header = json.loads(match[1])
            not_found += [header] if header in ours else []
            line = line if header in ours else f"  {match[1]},"
        if match := re.fullmatch(r"\[column\.(\w+)\]", line):
            column = match[1]
        line = line.replace('header = "? ', 'header = "')
        if match := re.match(r'("(?:[^"\\]|\\.)*") = "\?"', line):
            line = f"{match[1]} = {json.dumps(known(sender, column, json.loads(match[1])))}"
        if match := re.match(r"header = (.*)", line):
            assert ours[json.loads(match[1])] == column, f"{line} is taken for {column}"
        lines.append(line)
    for header in not_found:
        lines += [f"[column.{ours[header]}]", f"header = {json.dumps(header)}"]
        lines += ['date = "dd/mm/yyyy"'] if ours[header].endswith("_on") else []
    return "\n".join(lines) + "\n"


def known(sender, column, code):
    # What the sender never writes on purpose stays a refusal: it must not become an answer.
    return sender.answer(column, code) if code in sender.codes[column].values() else "?"


class Test:
    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.faults = []

    def run(self, *arguments, store="none.db", status=(0, 3)):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "SCR_BY": "Test Analyst", "LANG": "C.UTF-8",
                       "SCR_STORE": str(self.folder / store), "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
        done = subprocess.run([self.binary, *arguments], cwd=self.folder, env=environment, capture_output=True,
                              encoding="utf-8", stdin=subprocess.DEVNULL, timeout=300, check=False)
        if done.returncode not in status:
            self.faults.append(f"scr {' '.join(arguments)} ended with {done.returncode}: {done.stderr[:1000]}")
        return done

    def same(self, what, found, wanted):
        if found != wanted:
            at = next((i for i, (a, b) in enumerate(zip(found.splitlines(), wanted.splitlines())) if a != b), -1)
            self.faults.append(f"{what}: {len(found)} bytes, not {len(wanted)}; the lines {at} differ")
        elif not wanted:
            self.faults.append(f"{what}: there is nothing to compare")

    def play(self, facts):
        sender = Sender(facts)
        rows = list(rows_of(facts, seed=5))
        theirs = [{sender.header(column): sender.cell(column, text) for column, text in row.items()}
                  | {name: str(number % 7) for name in NOTES} for number, row in enumerate(rows)]
        write(self.folder, "ours", rows)
        write(self.folder, "theirs", theirs)
        self.complete_map(sender, list(rows[0]))
        for form in ("csv", "ndjson"):
            self.compare_screenings(form)
            self.compare_stores(form, rows, theirs)

    def complete_map(self, sender, columns):
        sketch = self.run("screen", "--from", "theirs.csv", "--sketch-map", status=(0,)).stdout
        lines = self.run("screen", "--from", "theirs.ndjson", "--sketch-map", status=(0,)).stdout
        # Keys come in the order in which they are met.
        self.same("draft from lines", "\n".join(sorted(lines.replace("theirs.ndjson", "theirs.csv").splitlines())),
                  "\n".join(sorted(sketch.splitlines())))
        (self.folder / "map.toml").write_text(sketch, encoding="utf-8")
        refused = self.run("screen", "--from", "theirs.csv", "--map", "map.toml", "--format", "csv", status=(3,))
        if refused.stdout or "has no answer yet" not in refused.stderr:
            self.faults.append(f"an unfinished map is not refused: {refused.stderr[:500]}")
        text = completed(sketch, sender, columns)
        # A code that means nothing is taken out, so that its cells are refused as they are in ours.
        text = re.sub(r'^"perhaps" = "\?"\n', "", text, flags=re.MULTILINE)
        assert '= "?"' not in text, text
        (self.folder / "map.toml").write_text(text, encoding="utf-8")

    def sketch_odd_names(self):
        """Whatever a file holds, its draft is TOML, and means what the file has."""
        with open(self.folder / "odd.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(
                [["ref", "died", *ODD]] + [["a", code, *ODD] for code in ODD])
        sketch = self.run("screen", "--from", "odd.csv", "--sketch-map", status=(0,)).stdout
        codes = tomllib.loads(sketch)["column"]["died"]["codes"]
        self.same("odd codes", str(sorted(codes)), str(sorted(code for code in ODD if code)))
        text = re.sub(r'^#   (".*"),  # .*', r"  \1,", sketch, flags=re.MULTILINE)
        ignored = tomllib.loads(text)["ignore"]
        self.same("odd headers", str(sorted(ignored)), str(sorted(ODD)))
        (self.folder / "odd.toml").write_text(text.replace('= "?"  #', '= "yes"  #'), encoding="utf-8")
        screened = self.run("screen", "--from", "odd.csv", "--map", "odd.toml", "--format", "csv", status=(0,))
        self.same("odd records", str(screened.stdout.count("\na,")), str(len(ODD)))

    def compare_screenings(self, form):
        for output in ("csv", "ndjson"):
            ours, theirs = (self.run("screen", "--from", f"{name}.{form}", "--format", output, "--all-rows", *more,
                                     status=(3,))
                            for name, more in (("ours", []), ("theirs", ["--map", "map.toml"])))
            self.same(f"screening of {form} as {output}", theirs.stdout, ours.stdout)

    def compare_stores(self, form, rows, theirs):
        write(self.folder, "few-ours", rows[:STORED])
        write(self.folder, "few-theirs", theirs[:STORED])
        stored = []
        for name, more in (("ours", []), ("theirs", ["--map", "map.toml"])):
            store = f"{name}-{form}.db"
            self.run("notify", "--from", f"few-{name}.{form}", *more, store=store)
            stored.append(facts_in(self.folder / store))
        self.same(f"stored from {form}", *reversed(stored))


def facts_in(store):
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as connection:
        return "\n".join(map(str, connection.execute(FACTS)))


def main(binary, source):
    binary = pathlib.Path(binary).resolve()
    with tempfile.TemporaryDirectory(prefix="scr-map-") as folder:
        test = Test(binary, pathlib.Path(folder))
        shown = json.loads(test.run("criteria", "show", "scr-2015", "--format", "json").stdout)
        test.sketch_odd_names()
        test.play(records.facts_of(shown))
        print("\n".join(test.faults))
        print(f"{ROWS} rows in another's names: {len(test.faults)} faults")
        return 1 if test.faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
