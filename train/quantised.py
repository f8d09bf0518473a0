"""Dev scores of the exported graphs as the engine runs them, beside those of the network in 32 bits on the same documents."""

import hashlib
import json
from pathlib import Path

import torch

from . import calibration, export, scores, windows
from .model import Reader

COMPARED = ("upos", "xpos", "names", "cues", "arcs")
ALLOWED = 0.5


class Exported:
    """Stands in for the network in `scores.measure`, with the graphs of a folder behind it."""

    def __init__(self, folder):
        run = lambda file: calibration.session(Path(folder) / file)
        self.encoder, self.labels, self.finder = run("encoder.onnx"), run("labels.onnx"), run("spans.onnx")
        self.manifest = json.loads((Path(folder) / "reader.json").read_text(encoding="utf-8"))
        self.heads, self.out = self, {}
        self.chosen = {k: [] for k in COMPARED}

    def eval(self):
        return self

    train = eval

    def states(self, b):
        rows = self.encoder.run(None, {k: b[k].numpy() for k in calibration.INPUTS})
        self.out = {o.name: torch.from_numpy(r) for o, r in zip(self.encoder.get_outputs(), rows)}
        for key, chosen in self.chosen.items():
            chosen += self.out[key][0].argmax(-1).tolist()
        return self.out["states"]

    def upos(self, _):
        return self.out["upos"]

    def xpos(self, _):
        return self.out["xpos"]

    def names(self, _):
        return self.out["names"]

    def cues(self, _):
        return self.out["cues"]

    def factual(self, _):
        return self.out["factuality"][..., None]

    def starts(self, _):
        return self.out["starts"][..., None]

    def arcs(self, x, _):
        return self.out["arcs"], None

    def rels(self, x, _, heads):
        return torch.from_numpy(self.labels.run(None, {"states": x.numpy(), "heads": heads.clamp(min=0).numpy()})[0])

    def references(self, x):
        reference = self.manifest["reference"]
        at = torch.arange(x.shape[1])
        apart = at[:, None] - at[None, :]
        bucket = (apart.clamp(min=1)[..., None] > torch.tensor(reference["distances"])).sum(-1)
        product = self.out["anaphor"] @ self.out["antecedent"].transpose(1, 2) / reference["scale"]
        return (product + torch.tensor(reference["weights"])[bucket]).masked_fill(apart <= 0, -1e4)

    def spans(self, x, mark, _):
        return torch.from_numpy(self.finder.run(None, {"states": x[:1].numpy(), "mark": mark.numpy()})[0])


class Watched(Reader):
    """The network in 32 bits, noting what it chose, word by word."""

    def __init__(self, names):
        super().__init__(names)
        self.chosen = {k: [] for k in COMPARED}

    def states(self, b):
        x, h = super().states(b), self.heads
        rows = {"upos": h.upos(x), "xpos": h.xpos(x), "names": h.names(x), "cues": h.cues(x), "arcs": h.arcs(x, b["sent"])[0]}
        for key, chosen in self.chosen.items():
            chosen += rows[key][0].argmax(-1).tolist()
        return x


def lost(whole, eight):
    """{set: {figure: points lost}}; a correlation counts in hundredths."""
    points = lambda key: 100 if key == "factuality" else 1
    return {k: {f: round(points(k) * (v - eight[k][f]), 2) for f, v in part.items()} for k, part in whole.items()}


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def measure(work, out, documents=None):
    """Writes `eight-bit.json` in `work`: both scores over the first documents of each dev set (`None` takes all)."""
    work = Path(work)
    saved = torch.load(work / "best.pt", weights_only=True)
    names = saved["labels"]
    lab = {k: {t: i for i, t in enumerate(v)} for k, v in names.items()}
    docs = export.first(documents, export.open_alone(work))
    network, graphs = Watched(names), Exported(out)
    if graphs.manifest["checkpoint"] != digest(work / "best.pt"):
        raise SystemExit("best.pt is newer than the exported files: export it first")
    network.load_state_dict(saved["model"])
    whole, eight = (scores.measure(m, docs, windows.tokenizer(), {}, names, lab) for m in (network, graphs))
    share = lambda a, b: round(100 * sum(x == y for x, y in zip(a, b, strict=True)) / max(1, len(a)), 2)
    made = {
        "documents": documents, "manifest": digest(Path(out) / "reader.json"),
        "whole": whole, "eight": eight, "lost": lost(whole, eight),
        "agreement": {k: share(network.chosen[k], graphs.chosen[k]) for k in COMPARED},
    }
    (work / "eight-bit.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return made


def too_much(made):
    """What 8 bits cost more than is allowed."""
    return [f"{k} {f}: {v}" for k, part in made["lost"].items() for f, v in part.items() if v > ALLOWED]
