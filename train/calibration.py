"""Fits one temperature a head on dev: scores divided by it give probabilities that are right as often as they say."""

import onnxruntime
import torch
from torch.nn import functional as F

from . import windows

GOLD = {"cues": "cues", "names": "names", "arcs": "heads"}
STEPS = range(50, 401)
INPUTS = ("ids", "owner", "shape", "quote", "sent")


def session(path):
    """A graph as the engine runs it: on one thread, with nothing rewritten at load."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def surprise(pairs, temperature):
    """Mean negative log probability of what is right. Windows differ in width, so they are not joined."""
    loss = sum(F.cross_entropy(s / temperature, g, reduction="sum").item() for s, g in pairs)
    return loss / sum(len(g) for _, g in pairs)


def fitted(pairs):
    """The best temperature in hundredths. The surprise has one valley, so halves of the range can be left out."""
    low, high = STEPS[0], STEPS[-1]
    while low < high:
        middle = (low + high) // 2
        if surprise(pairs, middle / 100) <= surprise(pairs, (middle + 1) / 100):
            high = middle
        else:
            low = middle + 1
    return low / 100


def temperatures(encoder, docs, names):
    """{head: temperature} for the heads that `docs` have answers for, and {head: surprise before and after}."""
    run, tok, cache = session(encoder), windows.tokenizer(), {}
    lab = {k: {t: i for i, t in enumerate(v)} for k, v in names.items()}
    outputs = {o.name: i for i, o in enumerate(run.get_outputs())}
    pairs = {}
    for doc in docs:
        for w in windows.cut(doc, None):
            b = windows.batch([windows.sample(doc, w, tok, cache, lab)])
            if not any(gold in b for gold in GOLD.values()):
                continue
            rows = run.run(None, {k: b[k].numpy() for k in INPUTS})
            for head, gold in GOLD.items():
                if gold in b:
                    known = b[gold][0] >= 0
                    pairs.setdefault(head, []).append((torch.from_numpy(rows[outputs[head]])[0][known], b[gold][0][known]))
    best = {head: fitted(p) for head, p in pairs.items()}
    return best, {head: [round(surprise(p, t), 4) for t in (1, best[head])] for head, p in pairs.items()}
