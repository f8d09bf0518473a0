"""Reads the annotated corpora into one shape: documents of sentences of words, with whatever each corpus marks.

A document is a dict: `id`, `corpus`, `sents` (lists of words), and optionally, flat over the document's words:
`upos`, `xpos`, `heads` (index in the sentence, 1-based, 0 = root), `deprels`, `names` (BIO over PER ORG LOC),
`relations` (list of {source, cue, content}: sorted word indices in the document), `clusters` (head words of mentions
of one entity), `choices` (a pronoun, two names, which of them it means: GAP), `factuality` (-3..3 or None a word).
"""

import csv
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "shared"
OPEN = ROOT / "corpora"
RESTRICTED = ROOT / "corpora-restricted"


def conllu(path, corpus):
    """Documents of a CoNLL-U file; multiword ranges and empty nodes are passed over."""
    docs, doc, rows, sent_id = [], None, [], ""

    def close():
        nonlocal rows
        if rows:
            doc["sents"].append([r[1] for r in rows])
            doc["sent_ids"].append(sent_id)
            doc["upos"] += [r[3] for r in rows]
            doc["xpos"] += [r[4] for r in rows]
            doc["heads"] += [int(r[6]) for r in rows]
            doc["deprels"] += [r[7] for r in rows]
            rows = []

    def start(name):
        nonlocal doc
        doc = {"id": name, "corpus": corpus, "sents": [], "sent_ids": [], "upos": [], "xpos": [], "heads": [], "deprels": []}
        docs.append(doc)

    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            close()
            start(line.split("=")[-1].strip())
        elif line == "":
            close()
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0] or "." in cells[0]:
                continue
            if doc is None:
                start(path.stem)
            rows.append(cells)
    close()
    return [d for d in docs if d["sents"]]


def with_clusters(docs, folder):
    """Joins OntoGUM's chains to the trees of the same documents, each mention as its head word."""
    for doc in docs:
        path = folder / f"{doc['id']}.conll"
        rows = [r.split("\t") for r in path.read_text(encoding="utf-8").split("\n") if "\t" in r] if path.exists() else []
        if len(rows) != len(doc["heads"]):
            continue
        top, at = [], 0
        for sent in doc["sents"]:
            top += [h - 1 + at if h else -1 for h in doc["heads"][at:at + len(sent)]]
            at += len(sent)
        open_at, clusters = {}, {}
        for i, cells in enumerate(rows):
            mark = cells[-1]
            for part in mark.replace(")(", ")|(").replace("(", "|(").replace(")", ")|").split("|"):
                name = part.strip("()")
                if not name or name == "_":
                    continue
                if part.startswith("("):
                    open_at.setdefault(name, []).append(i)
                if part.endswith(")"):
                    first = open_at[name].pop()
                    head = next(k for k in range(first, i + 1) if not first <= top[k] <= i)
                    clusters.setdefault(name, set()).add(head)
        doc["clusters"] = [sorted(c) for c in clusters.values()]
    return docs


def with_factuality(docs, folder, split):
    """Joins the UDS judgements of predicates to the EWT trees."""
    data = json.loads((folder / "factuality.normalized.json").read_text(encoding="utf-8"))["data"]
    ids = json.loads((folder / "ud_ids.json").read_text(encoding="utf-8"))
    # The corpus counts sentences of another release: only the names of sentences agree.
    known = {ids[name]["sentence_id"]: marks for name, marks in data.items() if name.startswith(f"ewt-{split}-")}
    for doc in docs:
        doc["factuality"] = [None] * len(doc["heads"])
        at = 0
        for sent, sent_id in zip(doc["sents"], doc["sent_ids"]):
            for name, value in known.get(sent_id, {}).items():
                k = int(name.rsplit("-", 1)[1]) - 1
                if k < len(sent):
                    doc["factuality"][at + k] = value["factuality"]["factual"]["value"]
            at += len(sent)
    return docs


def gap(path):
    """GAP passages: `choices` has the pronoun's word, the first words of names A and B, and which is meant (or neither)."""
    docs = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["Text"]
            spans = split_words(text)
            groups = split_sentences(text, spans)
            flat = [x for g in groups for x in g]
            word = lambda offset: next((i for i, (a, b) in enumerate(flat) if a <= offset < b), None)
            where = [word(int(row[k])) for k in ("Pronoun-offset", "A-offset", "B-offset")]
            if None in where:
                continue
            meant = 0 if row["A-coref"] == "TRUE" else 1 if row["B-coref"] == "TRUE" else 2
            docs.append({
                "id": row["ID"], "corpus": "gap", "sents": [[text[a:b] for a, b in g] for g in groups],
                "choices": [(*where, meant)], "gender": "f" if row["Pronoun"].lower() in ("she", "her", "hers") else "m",
            })
    return docs


def folder_of_conllu(folder, corpus):
    docs = []
    for path in sorted(folder.glob("*.conllu")):
        docs += conllu(path, corpus)
    return docs


KEEP = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "Person": "PER", "Organization": "ORG",
    "Location": "LOC", "Facility": "LOC", "FAC": "LOC", "GPE": "LOC", "I-PER": "PER",
}


def bio(raw):
    """BIO tags over PER, ORG, LOC from IOB1 or IOB2 tags with other type names; other types become O."""
    out, last = [], "O"
    for tag in raw:
        mark, _, kind = tag.partition("-")
        kind = KEEP.get(kind)
        if mark == "O" or kind is None:
            out.append("O")
            last = "O"
            continue
        begins = mark == "B" or last == "O" or last[2:] != kind
        out.append(("B-" if begins else "I-") + kind)
        last = out[-1]
    return out


def columns(path, corpus, word, tag, group=40):
    """Documents of a column file; sentences in groups where the file marks no documents."""
    docs, doc, sent, tags = [], None, [], []

    def close():
        nonlocal sent, tags, doc
        if sent:
            if doc is None or (group and len(doc["sents"]) >= group):
                doc = {"id": f"{path.stem}-{len(docs)}", "corpus": corpus, "sents": [], "names": []}
                docs.append(doc)
            doc["sents"].append(sent)
            doc["names"] += bio(tags)
        sent, tags = [], []

    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            close()
            doc = None
        elif line.startswith("# ") and "\t" not in line:
            continue
        elif line.strip() == "":
            close()
        else:
            cells = line.split("\t") if "\t" in line else line.split(" ")
            if max(word, tag) < len(cells):
                sent.append(cells[word])
                tags.append(cells[tag])
    close()
    return docs


def worldwide():
    docs = []
    for path in sorted((RESTRICTED / "en-worldwide-newswire" / "processed_annotated").glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").split("\n")
        lines = lines[1:] if lines and lines[0].startswith("http") else lines
        doc = {"id": path.stem, "corpus": "worldwide", "sents": [], "names": []}
        sent, tags = [], []
        for line in [*lines, ""]:
            cells = line.split("\t")
            if line.strip() == "":
                if sent:
                    doc["sents"].append(sent)
                    doc["names"] += bio(tags)
                sent, tags = [], []
            elif len(cells) >= 2:
                sent.append(cells[0])
                tags.append(cells[1])
        if doc["sents"]:
            docs.append(doc)
    return docs


def split_words(text):
    """(start, end) of words in raw text: letters with inner marks, numbers, clitics, single marks."""
    import re

    pattern = re.compile(
        r"[A-Za-z](?:\.[A-Za-z])+\.?|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Rev|Prof|Inc|Corp|Co|No|vs|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\."
        r"|\d+(?:[.,:]\d+)*|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:-\w+)*|\.{2,}|[^\w\s]"
    )
    return [m.span() for m in pattern.finditer(text)]


def split_sentences(text, spans):
    """Groups word spans into sentences: at blank lines, and after a stop (and closing marks) before a capital."""
    groups, group = [], []
    closing = set("\"'”’)]")
    for i, (a, b) in enumerate(spans):
        group.append((a, b))
        if i + 1 == len(spans):
            break
        gap = text[b:spans[i + 1][0]]
        following = text[spans[i + 1][0]]
        last = text[a:b]
        j = i
        while j > 0 and last in closing and j > i - 3:
            j -= 1
            last = text[spans[j][0]:spans[j][1]]
        stop = last in {".", "!", "?", "…", "..."}
        attached = following in closing and gap == ""
        if "\n" in gap or (stop and gap != "" and not attached and (following.isupper() or following.isdigit() or following in "\"“'‘(")):
            groups.append(group)
            group = []
    if group:
        groups.append(group)
    return groups


def polnear(split):
    """One annotation an article (the first by file name); relations as word index lists."""
    base = RESTRICTED / "polnear" / "data" / split
    seen, docs = {}, []
    for path in sorted((base / "attributions").glob("*.ann")):
        seen.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in seen.items():
        text_path = base / "text" / f"{name}.txt"
        if not text_path.exists():
            continue
        text = text_path.read_text(encoding="utf-8")
        spans = split_words(text)
        groups = split_sentences(text, spans)
        flat = [s for g in groups for s in g]
        parts, relations = {}, []
        for line in path.read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if line.startswith("T") and len(cells) >= 2:
                label, ranges = cells[1].split(" ", 1)
                parts[cells[0]] = (label, [tuple(map(int, r.split(" "))) for r in ranges.split(";")])
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line.startswith("E"):
                continue
            relation = {"source": [], "cue": [], "content": []}
            for arg in line.split("\t")[1].split(" ")[1:]:
                role, _, ref = arg.partition(":")
                role = role.rstrip("0123456789").lower()
                if role in relation and ref in parts:
                    for a, b in parts[ref][1]:
                        relation[role] += [i for i, (x, y) in enumerate(flat) if x < b and a < y]
            relation = {k: sorted(set(v)) for k, v in relation.items()}
            if relation["cue"] and relation["content"]:
                relations.append(relation)
        docs.append({
            "id": name, "corpus": "polnear",
            "sents": [[text[a:b] for a, b in g] for g in groups], "relations": relations,
        })
    return docs


def with_names(trees, named):
    """Joins the names of UNER to the trees of the same EWT sentences, so that one pass learns both."""
    known = {}
    for doc in named:
        at = 0
        for sent in doc["sents"]:
            known[tuple(sent)] = doc["names"][at:at + len(sent)]
            at += len(sent)
    for doc in trees:
        tags = [known.get(tuple(s)) for s in doc["sents"]]
        if all(t is not None for t in tags):
            doc["names"] = [t for sent in tags for t in sent]
    return trees


def load(split, open_only=False):
    """All documents of `train` or `dev`. `open_only` leaves out the corpora whose licence is unclear."""
    dev = split == "dev"
    ewt = OPEN / "ud-english-ewt" / f"en_ewt-ud-{split}.conllu"
    uner = OPEN / "uner-english-ewt" / f"en_ewt-ud-{split}.iob2"
    trees = with_factuality(conllu(ewt, "ewt"), OPEN / "uds-factuality", split)
    gum = with_clusters(folder_of_conllu(OPEN / "gum" / split / "dep", "gum"), OPEN / "gum" / split / "coref" / "ontogum" / "conll")
    docs = with_names(trees, columns(uner, "uner", 1, 2)) + gum
    docs += gap(OPEN / "gap-coreference" / ("gap-validation.tsv" if dev else "gap-development.tsv"))
    wikigold = columns(OPEN / "wikigold" / "wikigold.conll.txt", "wikigold", 0, 1)
    docs += [] if dev else wikigold
    if not open_only:
        articles = worldwide()
        docs += [d for i, d in enumerate(articles) if (i % 8 == 0) == dev] + polnear(split)
    return docs
