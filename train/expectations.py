"""Writes what a reader must see of 2,000 sentences of our own, so that `src/encode` is held to the same numbers.

Sentences come from the project's own example reports, gold reports and cases, and from a list of odd words made here.
"""

import json
import re
from pathlib import Path

from . import labels, windows
from .corpora import split_words

HOUSE = Path(__file__).resolve().parents[1]
FILE = HOUSE / "test" / "reader" / "expectations.json"
SENTENCES = 2000
ODD = [
    "naïve", "Zażółć", "Čapek's", "İstanbul", "ﬁnal", "e\u0301lan", "Kyiv\u200bPost", "co\u00adoperate", "北京", "平壌で", "한국의", "موسكو", "דובר",
    "Россия", "ÇELİK", "ß", "ẞ", "ǅ", "Ω", "№5", "½", "²", "x²", "٣٤", "१२", "😀", "👩‍🚀", "U+1F600:", "a_b", "C++", "<b>", "$5bn", "€3.4m", "100%",
    "…", "—", "–", "“", "”", "‘", "’", "``", "''", '"', "(", ")", "[", "]", "'s", "n't", "O'Brien", "Al-Shabaab", "U.S.", "F-16s", "T-72B3",
    "AK-47", "iPhone", "McDonald", "eBay", "ABC's", "x" * 101, "antidisestablishmentarianism" * 3, "\u00a0", "\u2028", "a\u0300\u0301b", "ⅷ", "Ⅷ", "ª",
]


def texts():
    for pattern in ("examples/**/*.txt", "examples/**/*.md", "bench/gold/**/*.txt", "bench/gold/**/*.json", "src/stages/**/*.cases.txt"):
        for path in sorted(HOUSE.glob(pattern)):
            yield path.read_text(encoding="utf-8")


def build():
    tok, cache, words, sentences = windows.tokenizer(), {}, {}, []
    lines = [line.strip() for text in texts() for line in text.split("\n")]
    pool = [ODD[i:i + 9] for i in range(0, len(ODD), 9)]
    seen = set()
    for line in lines:
        parts = [line[a:b] for a, b in split_words(line)] or line.split()
        if len(parts) >= 4 and line not in seen and not re.match(r"[{}\[\]#>-]", line):
            seen.add(line)
            pool.append(parts[:60])
    step = max(1, len(pool) // SENTENCES)
    for parts in (pool[:8] + pool[8::step])[:SENTENCES]:
        for w in parts:
            if w not in words:
                words[w] = (len(words), windows.piece_ids(tok, cache, w), labels.shape(w))
        sentences.append([[words[w][0] for w in parts], "".join(map(str, windows.quoted(parts)))])
    FILE.parent.mkdir(parents=True, exist_ok=True)
    rows = [[w, ids, shape] for w, (_, ids, shape) in words.items()]
    out = {"words": rows, "sentences": sentences}
    FILE.write_text(json.dumps(out, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")
    return len(rows), len(sentences)
