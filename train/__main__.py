"""`python -m train fit --work DIR --minutes N`: one command a step, each resumable."""

import argparse

from . import card as card_of
from . import corpora, expectations, export, fit, labels, quantised


def main():
    parser = argparse.ArgumentParser(prog="python -m train")
    steps = parser.add_subparsers(dest="step", required=True)
    add = lambda name, text: steps.add_parser(name, help=text)
    prepare = add("prepare", "read the corpora, write labels.json, count")
    run = add("fit", "train against the clock; resumes from --work")
    write = add("export", "write the ONNX files of the best checkpoint")
    eight = add("quantised", "measure what 8 bits cost on dev")
    card = add("card", "write the card and the licence beside the exported files; measures them where that was not done")
    every = add("all", "prepare, fit, export and card")
    add("expectations", "write what src/encode is held to")
    for p in (prepare, run, every):
        p.add_argument("--open", action="store_true", help="openly licensed corpora alone")
    for p in (run, write, eight, card, every):
        p.add_argument("--work", required=True, help="folder of checkpoints and logs")
    for p in (write, eight, card, every):
        p.add_argument("--out", required=True, help="folder of the exported files")
    for p in (run, every):
        p.add_argument("--minutes", type=float, default=95)
        p.add_argument("--rate", type=float, default=1.0, help="factor on the peak rates, for a later run")
        p.add_argument("--seed", type=int, default=1)
        p.add_argument("--threads", type=int, default=2)
    for p in (write, every):
        p.add_argument("--blocks", action="store_true", help="8 bits that lose less and take longer, in the lowest block")
    write.add_argument("--whole", action="store_true", help="32-bit weights, to measure what 8 bits cost")
    eight.add_argument("--documents", type=int, help="measure on the first so many of each set, not on all")
    args = parser.parse_args()
    step = lambda name: args.step in (name, "all")
    if step("prepare"):
        docs = corpora.load("train", args.open)
        labels.build(docs)
        for corpus in sorted({d["corpus"] for d in docs}):
            mine = [d for d in docs if d["corpus"] == corpus]
            print(corpus, len(mine), "documents", sum(len(s) for d in mine for s in d["sents"]), "words")
    if step("fit"):
        print(fit.fit(args.work, args.minutes, args.rate, open_only=args.open, seed=args.seed, threads=args.threads))
    if step("export"):
        for row in export.export(args.work, args.out, not getattr(args, "whole", False), args.blocks):
            print(row["bytes"], row["sha256"][:12], row["file"])
    if args.step == "quantised":
        made = quantised.measure(args.work, args.out, args.documents)
        for key, part in made["lost"].items():
            print(key, part)
        print("same choice", made["agreement"])
        print("too much:", quantised.too_much(made) or "none")
    if step("card"):
        card_of.write(args.work, args.out)
    if args.step == "expectations":
        print("%d words in %d sentences" % expectations.build())


main()
