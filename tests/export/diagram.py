"""Walks the diagram of `scr criteria export --to json`, by its description in scr-criteria(5) alone."""

WORDS = {"true": "yes", "y": "yes", "1": "yes", "false": "no", "n": "no", "0": "no"}
CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class Refused(Exception):
    """A cell that cannot be read, or facts that contradict one another."""


class Diagram:
    def __init__(self, exported):
        self.exported = exported
        self.facts = {fact["id"]: fact for fact in exported["facts"]}
        self.levels = {level["fact"]: level for level in exported["levels"]}

    def screen(self, record):
        """The outcome and the possible set of each determination, and the criteria that hold."""
        answers = {name: self.read(name, record.get(name)) for name in self.facts}
        edges = [self.edge(level, answers) for level in self.exported["levels"]]
        row = []
        for determination in self.exported["determinations"]:
            possible = self.walk(determination, edges)
            if not possible:
                raise Refused("contradictory")
            row += [possible[0] if len(possible) == 1 else "undetermined", ";".join(possible)]
        held = [criterion["id"] for criterion in self.exported["criteria"] if self.walk(criterion, edges) == ["holds"]]
        return row + [";".join(held)]

    def read(self, name, cell):
        """None for a blank cell, `unknown`, or an answer."""
        word = (cell or "").strip(" \t\r\n").translate(CAPITALS)
        if word in ("", "unknown"):
            return word or None
        kind = self.facts[name]["type"]
        if kind == "integer":
            digits = word.removeprefix("-")
            if not digits or digits.strip("0123456789"):
                raise Refused(name)
            word = int(word)
        elif kind == "yes_no":
            word = WORDS.get(word, word)
        self.edge_of_answer(self.levels[name], word)
        return word

    def edge_of_answer(self, level, answer):
        for known in level["answers"]:
            if known["answer"] == answer if "answer" in known else known["from"] <= answer <= known["to"]:
                return known["edge"]
        raise Refused(level["fact"])

    def taken(self, name, answer):
        """The answer after `if_blank` and `if_unknown`; None and `unknown` stay where neither speaks."""
        default = self.facts[name]["if_blank" if answer is None else "if_unknown"]
        return default if answer in (None, "unknown") and default is not None else answer

    def edge(self, level, answers):
        name = level["fact"]
        answer = self.taken(name, answers[name])
        partner = self.facts[name]["if_blank_same_as"]
        if answer is None and partner:
            shared = self.taken(partner, answers[partner])
            return level["tied"] if shared in (None, "unknown") else self.edge_of_answer(level, shared)
        return level["open"] if answer in (None, "unknown") else self.edge_of_answer(level, answer)

    @staticmethod
    def walk(diagram, edges):
        number = diagram["root"]
        terminals = len(diagram["terminals"])
        while number >= terminals:
            node = diagram["nodes"][number - terminals]
            number = node["edges"][edges[node["level"]]]
        return diagram["terminals"][number]
