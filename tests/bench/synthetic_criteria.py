"""Writes a large invented criteria file: 60 facts and 400 criteria.

usage: synthetic_criteria.py near|scattered

near: each criterion is about facts that stand together, as a form's questions do. scattered: it is
about any of them, the hardest that there is for a decision diagram.
"""
import random
import sys

FACTS = 60
CRITERIA = 400
HEAD = """[criteria]
id = "synthetic-{kind}"
title = "A large invented file, {kind}"
kind = "invented_review"
jurisdiction = "nowhere"
regime_date = "incident_on"
"""
DETERMINATION = """
[determination.review]
ask = "Which review?"
outcomes = [
  { id = "must", label = "Must" },
  { id = "consider", label = "Consider" },
  { id = "none", label = "None" },
]
otherwise = "none"
"""


def fact(index):
    if index % 10 == 0:
        answers = 'type = "integer"\nrange = [0, 120]'
    elif index % 3 == 0:
        answers = 'type = "choice"\nchoices = ["low", "middle", "high"]'
    else:
        answers = 'type = "yes_no"'
    return f'\n[fact.f{index}]\n{answers}\nask = "Question {index}?"\n'


def comparison(index, any_of):
    if index % 10 == 0:
        return f"f{index} {any_of.choice(['<', '>='])} {any_of.choice([1, 10, 18, 25])}"
    if index % 3 == 0:
        return f"f{index} = {any_of.choice(['low', 'middle', 'high'])}"
    return f"{any_of.choice(['', 'not '])}f{index}"


def criterion(number, kind, any_of):
    if kind == "near":
        first = any_of.randrange(FACTS - 4)
        indices = sorted(any_of.sample(range(first, first + 4), 3))
    else:
        indices = sorted(any_of.sample(range(FACTS), 3))
    when = " and ".join(comparison(index, any_of) for index in indices)
    outcome = any_of.choice(["must", "consider"])
    return (f'\n[[criterion]]\nid = "c{number}"\ndetermination = "review"\noutcome = "{outcome}"\n'
            f'when = "{when}"\ntext = "Criterion {number}"\n')


def main(kind):
    any_of = random.Random(1)
    print(HEAD.format(kind=kind))
    for index in range(FACTS):
        print(fact(index), end="")
    print(DETERMINATION)
    for number in range(CRITERIA):
        print(criterion(number, kind, any_of), end="")


if __name__ == "__main__":
    main(sys.argv[1])
