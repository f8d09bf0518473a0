"""Writes the trained reader for `src/encode`: three ONNX graphs with 8-bit weights, the vocabulary and a manifest.

`encoder.onnx` reads one window; `labels.onnx` labels the arcs once the tree is chosen; `spans.onnx` finds source and
content of each cue. They are apart because a choice that is not a matter of the network lies between them.
"""

import hashlib
import io
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from . import calibration, corpora, windows
from .expectations import FILE as OWN_SENTENCES
from .model import DISTANCES, Reader

VERSION = 2
OPSET = 17
CLOSE = 1e-3
BLOCK = 128
BLOCKED = (0,)
CALIBRATION_DOCUMENTS = 40


class EncoderGraph(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, owner, shape, quote, sent):
        h = self.reader.heads
        x = h.states(self.reader.encoder(ids, owner, shape, padded=False), shape, quote)
        arcs, _ = h.arcs(x, sent)
        anaphor, antecedent = h.referring(x)
        return x, h.upos(x), h.xpos(x), h.names(x), h.cues(x), arcs, anaphor, antecedent, h.factual(x)[..., 0], h.starts(x)[..., 0]


class LabelsGraph(nn.Module):
    """The bilinear form as one product of 8-bit weights: far smaller and faster than an einsum over 50 matrices."""

    def __init__(self, reader):
        super().__init__()
        self.heads = reader.heads
        labels, wide, _ = reader.heads.rel.shape
        self.shape = (labels, wide)
        self.form = nn.Linear(wide, labels * wide, bias=False)
        self.form.weight.data.copy_(reader.heads.rel.permute(0, 2, 1).reshape(labels * wide, wide))

    def forward(self, states, heads):
        h = self.heads
        rooted = torch.cat([h.root.expand(1, 1, -1), states], 1)
        head = torch.nn.functional.pad(h.rel_head(rooted)[0][heads[0]], (0, 1), value=1.0)
        dep = torch.nn.functional.pad(h.rel_dep(states)[0], (0, 1), value=1.0)
        product = self.form(dep).reshape(-1, *self.shape) @ head[:, :, None]
        return product[:, :, 0][None]


class SpansGraph(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.heads = reader.heads

    def forward(self, states, mark):
        h = self.heads
        x = states[0][None] + h.is_cue(mark)
        y = h.join(torch.cat([x, h.near(h.nearness(mark))], -1))
        for layer in h.span_layers:
            y = layer(y, None)
        return h.span(y)


def windows_of_ours(reader, count=4):
    """Inputs of the three graphs for some windows made of the project's own sentences."""
    own = json.loads(OWN_SENTENCES.read_text(encoding="utf-8"))
    sents = [[own["words"][i][0] for i in s[0]] for s in own["sentences"]]
    doc = {"id": "own", "corpus": "own", "sents": sents}
    cuts, tok, cache = windows.cut(doc, None), windows.tokenizer(), {}
    for at in range(0, len(cuts), max(1, len(cuts) // count)):
        b = windows.batch([windows.sample(doc, cuts[at], tok, cache, {})])
        inputs = tuple(b[k] for k in calibration.INPUTS)
        with torch.no_grad():
            states, arcs = [EncoderGraph(reader)(*inputs)[k] for k in (0, 5)]
        mark = torch.eye(states.shape[1], dtype=torch.long)[3::17]
        yield {"encoder.onnx": inputs, "labels.onnx": (states, arcs.argmax(-1)), "spans.onnx": (states, mark)}


def difference(module, path, names, examples):
    """The greatest difference between a graph and the network it was made from."""
    session, most = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]), 0.0
    for inputs in examples:
        rows = session.run(None, {n: v.numpy() for n, v in zip(names, inputs)})
        with torch.no_grad():
            true = module(*inputs)
        for row, value in zip(rows, true if isinstance(true, tuple) else (true,)):
            most = max(most, (torch.from_numpy(row) - value).abs().max().item())
    return most


def graphs(reader):
    """(file, module, example inputs, input names with dynamic axes, output names with dynamic axes)."""
    w, p = 7, 11
    ids = torch.tensor([[101, *range(2000, 2000 + p - 2), 102]])
    owner = torch.tensor([[-1, 0, 0, 1, 1, 2, 3, 4, 5, 6, -1]])
    flat = torch.zeros(1, w, dtype=torch.long)
    words, pieces = {1: "words"}, {1: "pieces"}
    yield (
        "encoder.onnx", EncoderGraph(reader), (ids, owner, flat + 1, flat, flat),
        {"ids": pieces, "owner": pieces, "shape": words, "quote": words, "sent": words},
        {"states": words, "upos": words, "xpos": words, "names": words, "cues": words, "arcs": {1: "words", 2: "rooted"},
         "anaphor": words, "antecedent": words, "factuality": words, "starts": words},
    )
    states = torch.randn(1, w, 416)
    yield "labels.onnx", LabelsGraph(reader), (states, flat), {"states": words, "heads": words}, {"rels": words}
    mark = torch.zeros(2, w, dtype=torch.long)
    mark[0, 2], mark[1, 4] = 1, 1
    cues = {0: "cues", 1: "words"}
    yield "spans.onnx", SpansGraph(reader), (states, mark), {"states": words, "mark": cues}, {"spans": cues}


def in_blocks(path):
    """Rewrites the products that lose most in 8 bits, the wide layers of the lowest block: a scale for every 128 weights
    and for every 128 inputs of a word, where otherwise one word that stands out sets the scale of a whole window."""
    graph = onnx.load(str(path))
    weights = {t.name: t for t in graph.graph.initializer}
    wide = [f"/layers.{k}/{part}/MatMul" for k in BLOCKED for part in ("up", "down")]
    nodes = [n for n in graph.graph.node if n.name.endswith(tuple(wide))]
    for node in nodes:
        old = weights[node.input[1]]
        w = onnx.numpy_helper.to_array(old).T
        n, k = w.shape
        w = w.reshape(n, k // BLOCK, BLOCK)
        scale = np.maximum(np.abs(w).max(-1), 1e-8) / 127
        eight = (np.clip(np.rint(w / scale[..., None]), -127, 127) + 128).astype(np.uint8)
        graph.graph.initializer.remove(old)
        graph.graph.initializer.extend([
            onnx.numpy_helper.from_array(eight, f"{node.name}.eight"),
            onnx.numpy_helper.from_array(scale.reshape(-1).astype(np.float32), f"{node.name}.scale"),
        ])
        node.op_type, node.domain = "MatMulNBits", "com.microsoft"
        node.input[1:] = [f"{node.name}.eight", f"{node.name}.scale"]
        sizes = {"K": k, "N": n, "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        node.attribute.extend([onnx.helper.make_attribute(key, value) for key, value in sizes.items()])
    if nodes:
        graph.opset_import.append(onnx.helper.make_opsetid("com.microsoft", 1))
        onnx.save(graph, str(path))


def quantised(source, target):
    quantize_dynamic(
        source, target, per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True},
    )


def optimised(path):
    """Rewrites a graph as the runtime would at every load, which then need not. One rewriting is left out: its kernel
    (skip and layer norm in one) takes six times as long as the two apart."""
    target = path.with_suffix(".optimised")
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
    target.replace(path)


def open_alone(work):
    """Whether every run in `work` was of the openly licensed corpora alone."""
    runs = (Path(work) / "runs.jsonl").read_text(encoding="utf-8").splitlines()
    return all(json.loads(line)["open"] for line in runs)


def first(documents, open_only):
    """The first documents of each dev set; `None` takes all."""
    dev = corpora.load("dev", open_only)
    return [d for c in sorted({x["corpus"] for x in dev}) for d in [x for x in dev if x["corpus"] == c][:documents]]


def export(work, out, eight_bit=True, blocks=False):
    """Writes all files of the reader to `out`, from `best.pt` in `work`. The same checkpoint gives the same bytes."""
    work, out = Path(work), Path(out)
    checkpoint = (work / "best.pt").read_bytes()
    saved = torch.load(io.BytesIO(checkpoint), weights_only=True)
    reader = Reader(saved["labels"])
    reader.load_state_dict(saved["model"])
    reader.eval()
    own = list(windows_of_ours(reader))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.resolve().parent) as folder:
        made = Path(folder)
        for file, module, example, inputs, outputs in graphs(reader):
            whole = made / f"{file}.32"
            with torch.no_grad():
                torch.onnx.export(
                    module.eval(), example, str(whole), opset_version=OPSET, dynamo=False,
                    input_names=list(inputs), output_names=list(outputs), dynamic_axes={**inputs, **outputs},
                )
            apart = difference(module, whole, inputs, [w[file] for w in own])
            if apart > CLOSE:
                raise SystemExit(f"{file} differs from the network by {apart:.1e}")
            print(f"{file} differs from the network by {apart:.1e} in 32 bits")
            if eight_bit and blocks:
                in_blocks(whole)
            if eight_bit:
                quantised(str(whole), str(made / file))
                whole.unlink()
            else:
                whole.rename(made / file)
            onnx.checker.check_model(str(made / file))
            optimised(made / file)
        vocabulary = windows.tokenizer().get_vocab()
        rows = sorted(vocabulary, key=vocabulary.get)
        (made / "vocabulary.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
        files = [
            {"file": p.name, "bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()}
            for p in sorted(made.iterdir())
        ]
        heat, surprise = calibration.temperatures(made / "encoder.onnx", first(CALIBRATION_DOCUMENTS, open_alone(work)), saved["labels"])
        print("temperatures", heat, "surprise before and after", surprise)
        manifest = {
            "name": "hearsay-reader-en", "version": VERSION, "optimised": True, "labels": saved["labels"],
            "limits": {"words": windows.WORDS, "longest": 240, "pieces": 512, "piecesOfWord": windows.PIECES_A_WORD},
            "reference": {"scale": 11, "distances": DISTANCES, "weights": [round(v, 5) for v in reader.heads.apart.tolist()]},
            "calibration": heat, "checkpoint": hashlib.sha256(checkpoint).hexdigest(), "files": files,
        }
        (made / "reader.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        # A card speaks of the files beside it. The manifest comes last: who reads it finds the files it names.
        (out / "card.md").unlink(missing_ok=True)
        for path in sorted(made.iterdir(), key=lambda p: p.name == "reader.json"):
            path.replace(out / path.name)
    return files
