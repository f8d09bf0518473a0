"""`python -m train fit --work DIR --minutes N`: one command a step, each resumable."""

import argparse

from . import corpora, expectations, export, fit, labels


def main():
    parser = argparse.ArgumentParser(prog="python -m train")
    steps = parser.add_subparsers(dest="step", required=True)
    prepare = steps.add_parser("prepare", help="read the corpora, write labels.json, count")
    run = steps.add_parser("fit", help="train against the clock; resumes from --work")
    for p in (prepare, run):
        p.add_argument("--open", action="store_true", help="openly licensed corpora alone")
    run.add_argument("--work", required=True)
    run.add_argument("--minutes", type=float, default=95)
    run.add_argument("--rate", type=float, default=1.0, help="factor on the peak rates, for a later run")
    run.add_argument("--seed", type=int, default=1)
    run.add_argument("--threads", type=int, default=2)
    steps.add_parser("expectations", help="write what src/encode is held to")
    out = steps.add_parser("export", help="write the ONNX files of the best checkpoint")
    out.add_argument("--work", required=True)
    out.add_argument("--out", required=True)
    out.add_argument("--whole", action="store_true", help="32-bit weights, to measure what 8 bits cost")
    args = parser.parse_args()
    if args.step == "prepare":
        docs = corpora.load("train", args.open)
        labels.build(docs)
        for corpus in sorted({d["corpus"] for d in docs}):
            mine = [d for d in docs if d["corpus"] == corpus]
            print(corpus, len(mine), "documents", sum(len(s) for d in mine for s in d["sents"]), "words")
    elif args.step == "expectations":
        print("%d words in %d sentences" % expectations.build())
    elif args.step == "export":
        for row in export.export(args.work, args.out, not args.whole):
            print(row["bytes"], row["sha256"][:12], row["file"])
    else:
        print(fit.fit(args.work, args.minutes, args.rate, open_only=args.open, seed=args.seed, threads=args.threads))


main()
