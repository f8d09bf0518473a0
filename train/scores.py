"""Dev scores: tags, arcs, names, and attribution spans with predicted and with gold cues."""

import torch

from . import windows as W
from .model import starting


def chunks(tags, names):
    """(type, from, to) of BIO tags given as indices."""
    out, start, kind = [], None, None
    for i, t in enumerate([*tags, 0]):
        name = names[t]
        if start is not None and (name == "O" or name[0] == "B" or name[2:] != kind):
            out.append((kind, start, i))
            start = None
        if name != "O" and start is None:
            start, kind = i, name[2:]
    return out


def f1(right, made, gold):
    return 200 * right / max(1, made + gold)


def overlap(a, b):
    return bool(set(a) & set(b)) or (not a and not b)


@torch.no_grad()
def measure(model, docs, tok, cache, labels, lab, limit=None):
    model.eval()
    count = {}
    add = lambda key, *values: count.__setitem__(key, [x + y for x, y in zip(count.get(key, [0] * len(values)), values)])
    for doc in docs[:limit]:
        for w in W.cut(doc, None):
            item = W.sample(doc, w, tok, cache, lab)
            b = W.batch([item])
            x, h, corpus = model.states(b), model.heads, doc["corpus"]
            if "upos" in b:
                n = (b["upos"] != -100).sum().item()
                upos = (h.upos(x).argmax(-1) == b["upos"]).sum().item()
                xpos = (h.xpos(x).argmax(-1) == b["xpos"]).sum().item()
                arcs, rooted = h.arcs(x, b["sent"])
                heads = arcs.argmax(-1)
                ok = heads == b["heads"]
                rel = h.rels(x, rooted, heads).argmax(-1) == b["deprels"]
                add(corpus, n, upos, xpos, ok.sum().item(), (ok & rel).sum().item())
                begins, made = starting(b["sent"]), h.starts(x)[:, 1:, 0] > 0
                add(f"{corpus} starts", (begins & made).sum().item(), made.sum().item(), begins.sum().item())
            if "names" in b:
                made = set(chunks(h.names(x)[0].argmax(-1).tolist(), labels["names"]))
                gold = set(chunks(b["names"][0].tolist(), labels["names"]))
                add("uner" if corpus == "ewt" else corpus, len(made & gold), len(made), len(gold))
            if "factuality" in b:
                known = b["factuality"] > -50
                made, gold = h.factual(x)[..., 0][known], b["factuality"][known]
                add("factuality", len(gold), *(v.sum().item() for v in (made, gold, made * made, gold * gold, made * gold)))
            if "chain" in b:
                refer(add, h.references(x)[0], item["chain"])
            for pronoun, one, two, meant in item.get("choices", []):
                scores = h.references(x)[0]
                links = torch.stack([scores[max(pronoun, n), min(pronoun, n)] for n in (one, two)])
                best = int(links.argmax()) if links.max() > 0 else 2
                add("gap", best == meant and meant < 2, best < 2, meant < 2)
            if "cues" in b:
                cues = h.cues(x)[0].argmax(-1).tolist()
                made = [list(range(s, e)) for _, s, e in chunks(cues, ["O", "B-Q", "I-Q"])]
                for name, cue_sets in (("polnear", made), ("polnear gold cues", [c for c, _ in item["relations"]])):
                    found = []
                    if cue_sets:
                        mark = torch.zeros(len(cue_sets), x.shape[1], dtype=torch.long)
                        for k, c in enumerate(cue_sets):
                            mark[k, c] = 1
                        tags = h.spans(x.expand(len(cue_sets), -1, -1), mark, torch.ones_like(mark, dtype=torch.bool)).argmax(-1)
                        found = [(c, roles(t.tolist())) for c, t in zip(cue_sets, tags)]
                    gold = [(c, roles(t)) for c, t in item["relations"]]
                    compare(add, name, found, gold)
    out = {}
    for key, c in count.items():
        if key in ("ewt", "gum"):
            out[key] = {k: round(100 * v / c[0], 2) for k, v in zip(("upos", "xpos", "uas", "las"), c[1:])}
        elif key == "factuality":
            n, m, g, mm, gg, mg = c
            out[key] = {"r": round((n * mg - m * g) / max(1e-9, ((n * mm - m * m) * (n * gg - g * g)) ** 0.5), 3)}
        elif not key.startswith("polnear"):
            out[key] = {"f1": round(f1(*c), 2)}
        else:
            name, part = key.split("|")
            out.setdefault(name, {})[part] = round(f1(*c), 2)
    model.train()
    return out


def roles(tags):
    return [i for i, t in enumerate(tags) if t in (1, 2)], [i for i, t in enumerate(tags) if t in (3, 4)]


def refer(add, scores, chain):
    """F1 of the links to antecedents inside a window."""
    for i, k in enumerate(chain):
        gold = {j for j in range(i) if k >= 0 and chain[j] == k}
        best = int(scores[i].argmax()) if scores[i].max() > 0 else None
        add("refer", best in gold, best is not None, bool(gold))


def compare(add, name, found, gold):
    for part, pick in (("source", lambda r: tuple(r[1][0])), ("cue", lambda r: tuple(r[0])), ("content", lambda r: tuple(r[1][1]))):
        made, true = {pick(r) for r in found if pick(r)}, {pick(r) for r in gold if pick(r)}
        add(f"{name}|{part}", len(made & true), len(made), len(true))
    for part, same in (("overlap", overlap), ("exact", lambda a, b: list(a) == list(b))):
        free, right = list(gold), 0
        for r in found:
            for g in free:
                if same(r[0], g[0]) and same(r[1][0], g[1][0]) and same(r[1][1], g[1][1]):
                    free.remove(g)
                    right += 1
                    break
        add(f"{name}|{part}", right, len(found), len(gold))
