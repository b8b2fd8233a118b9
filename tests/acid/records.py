"""Invented records of scr-2015 as CSV, the same for the same seed: one to three children a notification."""
import csv
import random

COLUMNS = ["ref", "agency", "incident", "child", "received_on", "incident_on", "date_of_birth", "area", "summary", "age",
           "abuse_or_neglect", "died", "seriously_harmed", "suspected_suicide", "working_together", "looked_after"]
AGENCIES = ["Northshire Council", "Westmarsh Police", "Eastholm Hospitals"]
AREAS = ["Northshire", "Westmarsh", "Eastholm, north", ""]
ANSWERS = {
    "abuse_or_neglect": ["known", "suspected", "none", "none", "unknown", ""],
    "died": ["yes", "no", "no"],
    "seriously_harmed": ["yes", "no", "unknown"],
    "working_together": ["concern", "not_established", "no_concern", ""],
    "looked_after": ["yes", "no", "no", ""],
}


class Records:
    """`bad` of a thousand hold an answer that is refused. With `summary` each tells that many characters."""

    def __init__(self, count, seed=2015, bad=10, summary=0):
        self.count = count
        self.random = random.Random(seed)
        self.bad = bad
        self.summary = summary

    def rows(self):
        number = 0
        while number < self.count:
            incident = self.incident(number)
            children = min(self.random.choice([1, 1, 1, 2, 3]), self.count - number)
            for child in range(children):
                yield self.row(number, incident, "abc"[child])
                number += 1

    def incident(self, number):
        day = f"2018-{self.random.randint(1, 9):02}-{self.random.randint(1, 28):02}"
        # Without a label of the incident, each child is a notification of its own.
        label = f"I{number}" if self.random.random() < 0.7 else ""
        summary = "word " * (self.summary // 5) + str(number) if self.summary else ""
        return [self.random.choice(AGENCIES), label, day, self.random.choice(AREAS), summary]

    def row(self, number, incident, child):
        agency, label, day, area, summary = incident
        answers = {fact: self.random.choice(choice) for fact, choice in ANSWERS.items()}
        born, age = "", str(self.random.randrange(18))
        if self.random.random() < 0.3:
            born, age = f"{2017 - int(age)}-05-05", ""
        if self.random.randrange(1000) < self.bad:
            answers["died"] = "perhaps"
        return [f"K{number:06}", agency, label, child, "2018-10-01", day, born, area, summary, age,
                answers["abuse_or_neglect"], answers["died"], answers["seriously_harmed"], "no",
                answers["working_together"], answers["looked_after"]]

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(self.rows())
        return path
