"""The labels of every head and the word shapes, written to labels.json, which src reads too."""

import json
from pathlib import Path

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
CUES = ["O", "B", "I"]
SPANS = ["O", "B-S", "I-S", "B-C", "I-C"]
SHAPES = ["mark", "lower", "title", "upper", "mixed", "letter", "digit", "alnum", "punct", "open", "close"]

FILE = Path(__file__).with_name("labels.json")


def shape(word):
    """The shape of a word: what an uncased vocabulary loses. Index into SHAPES; 0 is kept for the special marks."""
    if word in {"“", "‘", "``", "(", "["}:
        return 9
    if word in {"”", "’", "''", ")", "]"}:
        return 10
    letters = sum(c.isalpha() for c in word)
    digits = sum(c.isdigit() for c in word)
    if letters == 0:
        return 6 if digits else 8
    if digits:
        return 7
    if word.islower():
        return 1
    if len(word) == 1:
        return 5
    if word.isupper():
        return 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 4


def build(docs):
    """Collects part-of-speech and dependency labels from the training documents and writes labels.json."""
    labels = {
        "upos": sorted({t for d in docs for t in d.get("upos", [])}),
        "xpos": sorted({t for d in docs for t in d.get("xpos", [])}),
        "deprel": sorted({t for d in docs for t in d.get("deprels", [])}),
        "names": NAMES, "cues": CUES, "spans": SPANS, "shapes": SHAPES,
    }
    FILE.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    return labels


def read():
    return json.loads(FILE.read_text(encoding="utf-8"))
