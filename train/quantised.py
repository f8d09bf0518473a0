"""Dev scores of the exported graphs as the engine runs them, to see what 8 bits cost."""

import json
from pathlib import Path

import onnxruntime
import torch

from . import corpora, scores, windows


class Exported:
    """Stands in for the network in `scores.measure`, with the graphs of a folder behind it."""

    def __init__(self, folder):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        run = lambda file: onnxruntime.InferenceSession(str(Path(folder) / file), options)
        self.encoder, self.labels, self.finder = run("encoder.onnx"), run("labels.onnx"), run("spans.onnx")
        self.manifest = json.loads((Path(folder) / "reader.json").read_text(encoding="utf-8"))
        self.heads, self.out = self, {}

    def eval(self):
        return self

    train = eval

    def states(self, b):
        names = {"ids": "ids", "owner": "owner", "shape": "shape", "quote": "quote", "sent": "sent"}
        rows = self.encoder.run(None, {k: b[v].numpy() for k, v in names.items()})
        self.out = {o.name: torch.from_numpy(r) for o, r in zip(self.encoder.get_outputs(), rows)}
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


def measure(folder, documents=20):
    """Scores over the first documents of each dev set; `None` takes all."""
    dev = corpora.load("dev")
    model = Exported(folder)
    names = model.manifest["labels"]
    lab = {k: {t: i for i, t in enumerate(v)} for k, v in names.items()}
    sample = [d for c in sorted({x["corpus"] for x in dev}) for d in [x for x in dev if x["corpus"] == c][:documents]]
    return scores.measure(model, sample, windows.tokenizer(), {}, names, lab)
