"""Makes criteria files and records for the test of the exports: the same ones every time.

The records are what people send: answers in odd spelling, blanks, unknowns, cells that nobody can
read, facts that contradict one another.
"""
import dataclasses
import random

# No-break space, vertical tab and form feed are not trimmed; a Kelvin sign is no k, a long s no s.
UNREADABLE = ["maybe", "yes.", "ye s", "null", "NULL", "2", "unknown?", "un known", "-", ".", "o'clock", "a\\b", "\\",
              "yes\u00a0", "\u00a0", "yes\x0b", "\x0c", "un\u212anown", "\uff39\uff25\uff33", "\u017fuspected", "J\u00c4", "ya", "nope",
              "0.0", "true false", "'yes'", '"yes"', "yes;no", "é", "x" * 300]
NO_NUMBERS = ["+17", "17.0", "1e1", "0x11", "1 7", "17 years", "--5", "5-", "-", "\uff11\uff17", "1_0", "17,5", "seventeen",
              "\u0661\u0667", "1\u00a0", "17\x0b", "'17'", "NaN", ""]
FAR_NUMBERS = ["99999999999999999999", "-99999999999999999999", "9223372036854775808", "1000000000001", "00000000000000000000121000",
               "-1000000000001", "2013", "-2013"]
SPACES = ["", "", "", "", " ", "  ", "\t", "\r\n", "\n", " \t "]
OTHER_SPELLINGS = {"yes": ["yes", "y", "true", "1"], "no": ["no", "n", "false", "0"]}


@dataclasses.dataclass
class Fact:
    """A fact as `scr criteria show --format json` describes it."""
    id: str
    type: str
    choices: list
    least: int
    most: int


def facts_of(shown):
    return [Fact(fact["id"], fact["type"], fact["choices"], fact.get("least", 0), fact.get("most", 0))
            for fact in shown["facts"]]


class Records:
    """Rows of text or None, `ref` first."""

    def __init__(self, facts, seed):
        self.facts = facts
        self.random = random.Random(seed)

    def rows(self, count):
        for number in range(count):
            yield self.row(number)

    def row(self, number):
        # From almost complete to almost empty, so that every part of a diagram is walked.
        silence = self.random.choice([0.03, 0.15, 0.4, 0.8])
        broken = self.random.randrange(len(self.facts) * 12)
        cells = [self.cell(fact, silence, position == broken) for position, fact in enumerate(self.facts)]
        return [self.reference(number)] + cells

    def reference(self, number):
        kind = self.random.randrange(40)
        name = f"R{number:07d}"
        odd = {0: f" {name} ", 1: f'{name},"a"', 2: f"{name} é'", 3: f"\t{name}", 4: f"{name}\r\n", 5: f"{name}\\n"}
        if number % 5003 == 7:
            return None
        return odd.get(kind, name)

    def cell(self, fact, silence, broken):
        if broken:
            return self.unreadable(fact)
        if self.random.random() < silence:
            return self.silent()
        return self.around(self.number(fact) if fact.type == "integer" else self.word(fact))

    def unreadable(self, fact):
        if fact.type != "integer":
            return self.random.choice(UNREADABLE)
        near = [str(fact.most + 1), str(fact.least - 1), f"000{fact.most + 1}", f"{fact.most}0"]
        return self.random.choice(NO_NUMBERS + FAR_NUMBERS + UNREADABLE + near)

    def silent(self):
        kind = self.random.randrange(6)
        if kind < 3:
            return self.around(self.cased("unknown"))
        return [None, "", self.random.choice(SPACES)][kind - 3]

    def around(self, text):
        if self.random.randrange(4):
            return text
        return self.random.choice(SPACES) + text + self.random.choice(SPACES)

    def cased(self, word):
        kind = self.random.randrange(5)
        if kind == 0:
            return word.upper()
        if kind == 1:
            return word.capitalize()
        if kind == 2:
            return "".join(self.random.choice([c, c.upper()]) for c in word)
        return word

    def word(self, fact):
        answer = self.random.choice(fact.choices)
        if fact.type == "yes_no":
            answer = self.random.choice(OTHER_SPELLINGS[answer])
        return self.cased(answer)

    def number(self, fact):
        near = [value for value in (0, 1, -1, 15, 16, 17, 18, 19, fact.least, fact.most, fact.least + 1, fact.most - 1)
                if fact.least <= value <= fact.most]
        value = self.random.choice(near) if self.random.randrange(3) else self.random.randint(fact.least, fact.most)
        text = str(abs(value)).rjust(self.random.choice([1, 1, 1, 2, 3, 9]), "0")
        if value == 0 and self.random.randrange(4) == 0:
            return "-" + text
        return "-" + text if value < 0 else text


class Walks:
    """Rows that together take every edge of every diagram, which chance alone takes too seldom. What a
    walk leaves open is left to chance."""

    def __init__(self, exported, records):
        self.exported = exported
        self.records = records
        self.facts = {fact["id"]: fact for fact in exported["facts"]}

    def rows(self, each):
        number = 0
        for diagram in self.exported["determinations"] + self.exported["criteria"]:
            for edges in self.walks(diagram):
                for _ in range(each):
                    row = self.row(number, edges)
                    if row:
                        yield row
                    number += 1

    def walks(self, diagram):
        """For each edge the edges, by level, of a way from the root through it."""
        terminals = len(diagram["terminals"])
        ways = {diagram["root"]: {}}
        # Nodes are numbered by level, so that a way to each is known when it is met.
        for number, node in enumerate(diagram["nodes"], terminals):
            for edge, target in enumerate(node["edges"]):
                way = {**ways[number], node["level"]: edge}
                ways.setdefault(target, way)
                yield way

    def row(self, number, edges):
        silence = self.records.random.choice([0.1, 0.5])
        cells = {fact.id: self.records.cell(fact, silence, False) for fact in self.records.facts}
        for level, edge in edges.items():
            described = self.exported["levels"][level]
            words = self.words(described, edge)
            if not words:
                return None
            cells[described["fact"]] = self.records.around(self.records.random.choice(words))
        return [f"W{number:07d}"] + [cells[fact.id] for fact in self.records.facts]

    def words(self, level, edge):
        fact = self.facts[level["fact"]]
        words = [answer["answer"] if "answer" in answer else str(answer["from"])
                 for answer in level["answers"] if answer["edge"] == edge]
        if edge == level["tied"]:
            words.append("")
        if edge == level["open"] and fact["if_unknown"] is None:
            words.append("unknown")
        if edge == level["open"] and fact["if_blank"] is None and fact["if_blank_same_as"] is None:
            words.append("")
        return words


class CriteriaFiles:
    """Small criteria files of every shape: silence ruled in each way, ranges below zero, words of SQL
    for names, entries of `impossible` that some records cannot escape."""

    NAMES = ["order", "select", "a", "group_by", "n", "w0", "end", "table"]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, number):
        self.facts = []
        parts = [f'[criteria]\nid = "random-{number}"\ntitle = "Random"\nkind = "random"\njurisdiction = "Nowhere"\n'
                 'regime_date = "incident_on"\n']
        names = self.random.sample(self.NAMES, self.random.randint(2, 6))
        for name in names:
            parts.append(self.fact(name))
        for position in range(self.random.randint(0, 3)):
            text = self.random.choice(["It isn't so", "a \\\\ b", "Nobody; nothing", "é"])
            parts.append(f'[[impossible]]\nwhen = "{self.test(2)}"\ntext = "{text} {position}"\n')
        parts.append('[determination.where]\nask = "?"\notherwise = "c"\noutcomes = [{id = "a", label = "A"}, '
                     '{id = "b", label = "B"}, {id = "c", label = "C"}]\n')
        parts.append('[determination.what]\nask = "?"\notherwise = "y"\noutcomes = [{id = "x", label = "X"}, '
                     '{id = "y", label = "Y"}]\n')
        for position, outcome in enumerate(["a", "a", "b", "c", "x", "x", "y"]):
            determination = "what" if outcome in "xy" else "where"
            parts.append(f'[[criterion]]\nid = "k{position}"\ndetermination = "{determination}"\noutcome = "{outcome}"\n'
                         f'when = "{self.test(3)}"\ntext = "k"\n')
        return "\n".join(parts)

    def fact(self, name):
        kind = self.random.choice(["yes_no", "choice", "integer"])
        like = [fact for fact in self.facts if not fact["same"]]
        if like and self.random.randrange(3) == 0:
            partner = self.random.choice(like)
            fact = dict(partner, name=name, same=partner["name"])
        elif kind == "integer":
            least = self.random.choice([0, 0, 3, -5, -120, -1000])
            most = least + self.random.choice([0, 4, 130, 1100])
            fact = {"name": name, "type": kind, "range": (least, most), "same": None}
            span = range(max(least, -30), min(most, 40) + 1) or [least]
            fact["answers"] = [str(self.random.choice(span)) for _ in range(3)]
        else:
            choices = ["yes", "no"] if kind == "yes_no" else ["none", "0", "y", "a-b", "and_so"][:self.random.randint(1, 5)]
            fact = {"name": name, "type": kind, "answers": choices, "same": None}
        self.facts.append(fact)
        return self.table(fact)

    def table(self, fact):
        lines = [f"[fact.{fact['name']}]", f'type = "{fact["type"]}"', 'ask = "?"']
        if fact["type"] == "choice":
            lines.append("choices = [" + ", ".join(f'"{answer}"' for answer in fact["answers"]) + "]")
        if fact["type"] == "integer":
            lines.append(f"range = [{fact['range'][0]}, {fact['range'][1]}]")
        if fact["same"]:
            lines.append(f'if_blank_same_as = "{fact["same"]}"')
        elif self.random.randrange(3) == 0:
            lines.append(f"if_blank = {self.default(fact)}")
        if self.random.randrange(3) == 0:
            lines.append(f"if_unknown = {self.default(fact)}")
        return "\n".join(lines) + "\n"

    def default(self, fact):
        answer = self.random.choice(fact["answers"])
        return answer if fact["type"] == "integer" else f'"{answer}"'

    def test(self, depth):
        kind = self.random.randrange(5)
        if depth == 0 or kind == 0:
            return self.comparison()
        if kind == 1:
            return f"not ({self.test(depth - 1)})"
        word = " and " if kind < 4 else " or "
        return "(" + word.join(self.test(depth - 1) for _ in range(2)) + ")"

    def comparison(self):
        fact = self.random.choice(self.facts)
        answer = self.random.choice(fact["answers"])
        signs = ["=", "!="] + (["<", "<=", ">", ">="] if fact["type"] == "integer" else [])
        return f"{fact['name']} {self.random.choice(signs)} {answer}"
