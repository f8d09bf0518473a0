"""Trains the reader against the clock: checkpoints, resumes, logs, keeps the best by dev, and ends by itself."""

import json
import math
import time
from pathlib import Path

import torch

from . import corpora, labels, scores, windows
from .model import Linear, Reader

RATE_ENCODER = 4e-4
RATE_HEADS = 1.2e-3
LAYER_DECAY = 0.85
WARM_UP = 150
FLOOR = 0.02
AVERAGE = 0.998
CHECKPOINT_SECONDS = 300
DEV_EVERY = 4
# From here on the products run as they will when exported, in 8 bits.
EIGHT_FROM = 0.65


def groups(model):
    """Parameter groups with layer-wise decayed rates: the lower the layer, the slower it moves."""
    out = []
    for name, p in model.named_parameters():
        if name.startswith("heads.") or name.startswith("encoder.shapes") or name == "encoder.mix":
            rate = RATE_HEADS
        elif name.startswith("encoder.layers."):
            rate = RATE_ENCODER * LAYER_DECAY ** (5 - int(name.split(".")[2]))
        else:
            rate = RATE_ENCODER * LAYER_DECAY**6
        out.append({"params": [p], "lr": rate, "peak": rate, "weight_decay": 0.01 if p.ndim > 1 else 0.0})
    return out


def total(score):
    """One figure to choose by: the mean of what the engine needs most."""
    parts = [score.get("ewt", {}).get("las"), score.get("gum", {}).get("las"), score.get("uner", {}).get("f1"),
             score.get("worldwide", {}).get("f1"), score.get("polnear", {}).get("overlap")]
    return sum(p for p in parts if p is not None) / max(1, sum(p is not None for p in parts))


def fit(work, minutes, rate=1.0, words_a_batch=1600, open_only=False, seed=1, threads=2):
    """`minutes` is the time of this run; a checkpoint in `work` is resumed with its optimiser and average."""
    work = Path(work)
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    docs, dev = corpora.load("train", open_only), corpora.load("dev", open_only)
    names = labels.read() if labels.FILE.exists() else labels.build(docs)
    lab = {k: {t: i for i, t in enumerate(v)} for k, v in names.items()}
    tok, cache = windows.tokenizer(), {}
    model = Reader(names)
    model.encoder.load_base(windows.weights_file())
    optimiser = torch.optim.AdamW(groups(model), betas=(0.9, 0.98), fused=True)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    state = {"step": 0, "epoch": 0, "best": -1.0, "spent": 0.0}
    last = work / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        # A head that is new since then starts fresh, with a fresh optimiser.
        whole = not model.load_state_dict(saved["model"], strict=False).missing_keys
        average.update(saved["average"])
        if whole:
            optimiser.load_state_dict(saved["optimiser"])
        state = saved["state"] if whole else {**saved["state"], "best": -1.0}
    runs = work / "runs.jsonl"
    run = {"minutes": minutes, "threads": threads, "seed": seed, "rate": rate, "open": open_only, "from": state["step"]}
    with runs.open("a", encoding="utf-8") as file:
        file.write(json.dumps(run) + "\n")
    log = (work / "log.jsonl").open("a", encoding="utf-8")
    write = lambda **row: (log.write(json.dumps(row) + "\n"), log.flush())
    begun, saved_at, budget, steps = time.time(), time.time(), minutes * 60, 0
    sample = [d for c in ("ewt", "gum", "worldwide", "polnear", "gap") for d in [x for x in dev if x["corpus"] == c][:20]]
    running, pieces, checkpoints = {}, 0, 0

    def save(measure):
        nonlocal average
        if measure:
            live = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average)
            score = scores.measure(model, sample, tok, cache, names, lab)
            write(step=state["step"], epoch=state["epoch"], minutes=round((time.time() - begun) / 60, 1), dev=score)
            if total(score) > state["best"]:
                state["best"] = total(score)
                torch.save({"model": average, "labels": names, "dev": score}, work / "best.pt")
            model.load_state_dict(live)
        torch.save({"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "state": state}, work / "new.pt")
        (work / "new.pt").replace(last)

    model.train()
    while True:
        for b in windows.epoch(docs, tok, cache, lab, seed * 1000 + state["epoch"], words_a_batch):
            progress = (time.time() - begun) / budget
            if progress >= 1:
                Linear.eight = False
                save(True)
                full = scores.measure(_best(model, work), dev, tok, cache, names, lab)
                write(step=state["step"], epoch=state["epoch"], final=full)
                return full
            warm = min(1.0, (steps + 1) / WARM_UP)
            scale = rate * warm * (FLOOR + (1 - FLOOR) * (1 - progress))
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * scale
            Linear.eight = progress > EIGHT_FROM
            losses = model.loss(b)
            loss = sum(losses.values())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            if math.isfinite(loss.item()):
                optimiser.step()
            state["step"] += 1
            steps += 1
            keep = min(AVERAGE, (state["step"] + 1) / (state["step"] + 10))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    average[k].lerp_(v, 1 - keep) if v.is_floating_point() else average[k].copy_(v)
            pieces += int((b["ids"] != 0).sum())
            for k, v in losses.items():
                running.setdefault(k, []).append(v.item())
            if state["step"] % 50 == 0:
                seconds = time.time() - begun
                write(step=state["step"], epoch=state["epoch"], pieces_s=round(pieces / seconds),
                      loss={k: round(sum(v) / len(v), 3) for k, v in running.items()})
                running = {}
            if time.time() - saved_at > CHECKPOINT_SECONDS:
                checkpoints += 1
                save(checkpoints % DEV_EVERY == 0)
                saved_at = time.time()
        state["epoch"] += 1


def _best(model, work):
    model.load_state_dict(torch.load(work / "best.pt", weights_only=True)["model"])
    return model
