"""The network: a 6-layer encoder with word shape at the input, and one light head a task."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WIDTH = 384
FIRST_MIXED = 2
REFERENCE = 128
DISTANCES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96]


class Drop(nn.Module):
    """Dropout that cuts its mask from a pool of ready masks at a random place.

    Drawing a fresh mask costs three times the matrix product beside it on these CPUs; a pool of 4 million entries,
    entered at random, trains as well and costs one multiplication.
    """

    POOL = 1 << 22
    pools = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        pool = Drop.pools.get(self.p)
        if pool is None:
            pool = torch.empty(Drop.POOL).bernoulli_(1 - self.p).div_(1 - self.p)
            Drop.pools[self.p] = pool
        size, at = x.numel(), int(torch.randint(Drop.POOL, (1,)))
        if at + size <= Drop.POOL:
            mask = pool[at:at + size]
        else:
            times = -(-(at + size) // Drop.POOL)
            mask = pool.repeat(times)[at:at + size]
        return x * mask.view_as(x)


class Linear(nn.Linear):
    """A product that can be trained as it will run: weights in 8 bits a column, inputs in 8 bits with one scale.

    `eight` is set for all of them at once, late in training, when the network is to get used to it.
    """

    eight = False

    def forward(self, x):
        if not (Linear.eight and self.training):
            return super().forward(x)
        return F.linear(in_eight(x), columns_in_eight(self.weight), self.bias)


def in_eight(x):
    """`x` rounded to 256 steps from its least to its greatest value, zero among them, as the runtime scales inputs."""
    with torch.no_grad():
        low, high = torch.aminmax(x)
        low, high = low.clamp(max=0), high.clamp(min=0)
        scale = ((high - low) / 255).clamp(min=1e-8)
        zero = (-low / scale).round().to(torch.int32)
    return torch.fake_quantize_per_tensor_affine(x, scale, zero, 0, 255)


def columns_in_eight(weight):
    with torch.no_grad():
        scale = (weight.abs().amax(1) / 127).clamp(min=1e-8)
    return torch.fake_quantize_per_channel_affine(weight, scale, torch.zeros(len(scale), dtype=torch.int32), 0, -127, 127)


def rows_in_eight(weight, ids):
    """Rows of a table that has one scale."""
    with torch.no_grad():
        low, high = torch.aminmax(weight)
        scale = (torch.maximum(-low, high) / 127).clamp(min=1e-8)
    return torch.fake_quantize_per_tensor_affine(F.embedding(ids, weight, padding_idx=0), scale, torch.zeros((), dtype=torch.int32), -127, 127)


class Block(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = Linear(WIDTH, 3 * WIDTH)
        self.out = Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Linear(WIDTH, 4 * WIDTH)
        self.down = Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, 12, WIDTH // 12).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class SpanLayer(nn.Module):
    """A pre-norm transformer layer over the words of a window, 256 wide with 4 heads."""

    def __init__(self, dropout, width=256, heads=4):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = Linear(width, 3 * width), Linear(width, width)
        self.up, self.down = Linear(width, 2 * width), Linear(2 * width, width)
        self.drop = Drop(dropout)

    def forward(self, x, mask):
        b, n, width = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = x + self.drop(self.out(y.transpose(1, 2).reshape(b, n, width)))
        return x + self.drop(self.down(F.gelu(self.up(self.norm2(x)))))


class Encoder(nn.Module):
    """Wordpiece ids, their words and the words' shapes -> one state a word (mean of its pieces over mixed layers)."""

    def __init__(self, shapes, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH, padding_idx=0)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)
        self.layers = nn.ModuleList(Block(dropout) for _ in range(6))
        self.mix = nn.Parameter(torch.zeros(7 - FIRST_MIXED))

    def load_base(self, path):
        w = load_file(str(path))
        self.words.weight.data.copy_(w["embeddings.word_embeddings.weight"])
        self.places.weight.data.copy_(w["embeddings.position_embeddings.weight"])
        self.kind.data.copy_(w["embeddings.token_type_embeddings.weight"][0])
        self.norm.weight.data.copy_(w["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            names = ["query", "key", "value"]
            layer.qkv.weight.data.copy_(torch.cat([w[f"{p}attention.self.{n}.weight"] for n in names]))
            layer.qkv.bias.data.copy_(torch.cat([w[f"{p}attention.self.{n}.bias"] for n in names]))
            for part, name in (
                (layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm"),
            ):
                part.weight.data.copy_(w[f"{p}{name}.weight"])
                part.bias.data.copy_(w[f"{p}{name}.bias"])

    def forward(self, ids, owner, shape, padded=True):
        n = ids.shape[1]
        of_piece = torch.where(owner < 0, 0, torch.gather(shape, 1, owner.clamp(min=0)))
        eight = Linear.eight and self.training
        words = rows_in_eight(self.words.weight, ids) if eight else self.words(ids)
        x = words + self.places.weight[:n] + self.kind + self.shapes(of_piece)
        x = self.drop(self.norm(x))
        mask = (ids != 0)[:, None, None, :] if padded else None
        weights, mixed = self.mix.softmax(0), 0
        for i, layer in enumerate(self.layers):
            x = layer(x, mask)
            if i + 1 >= FIRST_MIXED:
                mixed = mixed + weights[i + 1 - FIRST_MIXED] * x
        belongs = (owner[:, None, :] == torch.arange(shape.shape[1])[None, :, None]).to(x.dtype)
        return belongs @ mixed / belongs.sum(-1, keepdim=True).clamp(min=1)


class Heads(nn.Module):
    def __init__(self, labels, dropout=0.15):
        super().__init__()
        wide = WIDTH + 24 + 8
        self.shape = nn.Embedding(len(labels["shapes"]), 24)
        self.quote = nn.Embedding(2, 8)
        self.drop = Drop(dropout)
        mlp = lambda out: nn.Sequential(Linear(wide, 192), nn.GELU(), Drop(dropout), Linear(192, out))
        self.upos = Linear(wide, len(labels["upos"]))
        self.xpos = Linear(wide, len(labels["xpos"]))
        self.names, self.cues = mlp(len(labels["names"])), mlp(len(labels["cues"]))
        self.starts = mlp(1)
        half = lambda out: nn.Sequential(Linear(wide, out), nn.GELU(), Drop(0.3))
        self.arc_head, self.arc_dep, self.rel_head, self.rel_dep = half(256), half(256), half(96), half(96)
        self.arc = nn.Parameter(torch.zeros(257, 256))
        self.rel = nn.Parameter(torch.empty(len(labels["deprel"]), 97, 97))
        nn.init.normal_(self.rel, std=0.02)
        self.root = nn.Parameter(torch.randn(wide) * 0.02)
        self.near = nn.Embedding(2 * len(DISTANCES) + 3, 64)
        self.is_cue = nn.Embedding(2, wide)
        nn.init.zeros_(self.is_cue.weight)
        self.join = Linear(wide + 64, 256)
        self.span_layers = nn.ModuleList(
            SpanLayer(dropout) for _ in range(2)
        )
        self.span = Linear(256, len(labels["spans"]))
        self.to_anaphor, self.to_antecedent = half(REFERENCE), half(REFERENCE)
        self.refer = nn.Parameter(torch.empty(REFERENCE + 1, REFERENCE + 1))
        nn.init.normal_(self.refer, std=0.02)
        self.apart = nn.Parameter(torch.zeros(len(DISTANCES) + 1))
        self.factual = nn.Sequential(Linear(wide, 96), nn.GELU(), Drop(dropout), Linear(96, 1))
        self.register_buffer("edges", torch.tensor(DISTANCES), persistent=False)

    def states(self, encoded, shape, quote):
        return self.drop(torch.cat([encoded, self.shape(shape), self.quote(quote)], -1))

    def arcs(self, x, sent):
        """Scores of heads (root first) for every word, masked to the word's own sentence."""
        rooted = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        dep = F.pad(self.arc_dep(x), (0, 1), value=1.0)
        scores = dep @ self.arc @ self.arc_head(rooted).transpose(1, 2) / 16
        same = sent[:, :, None] == sent[:, None, :]
        return scores.masked_fill(~F.pad(same, (1, 0), value=True), -1e4), rooted

    def rels(self, x, rooted, heads):
        """Label scores for every word given its head."""
        head = torch.gather(self.rel_head(rooted), 1, heads.clamp(min=0)[..., None].expand(-1, -1, 96))
        dep, head = F.pad(self.rel_dep(x), (0, 1), value=1.0), F.pad(head, (0, 1), value=1.0)
        return torch.einsum("bwi,lij,bwj->bwl", dep, self.rel, head)

    def referring(self, x):
        """Two vectors a word, as what refers and as what is referred to; their product over 11 is the score."""
        return F.pad(self.to_anaphor(x), (0, 1), value=1.0) @ self.refer, F.pad(self.to_antecedent(x), (0, 1), value=1.0)

    def references(self, x):
        """Scores of every earlier word as the antecedent of every word; 0 stands for `none`, later words are shut out."""
        anaphor, antecedent = self.referring(x)
        at = torch.arange(x.shape[1])
        apart = at[:, None] - at[None, :]
        near = self.apart[torch.bucketize(apart.clamp(min=1), self.edges)]
        return (anaphor @ antecedent.transpose(1, 2) / 11 + near).masked_fill(apart <= 0, -1e4)

    def nearness(self, mark):
        """The bucket of every word's distance to the first and last word of the cue, by side."""
        at = torch.arange(mark.shape[1])
        first = mark.float().argmax(1)
        last = mark.shape[1] - 1 - mark.flip(1).float().argmax(1)
        before, after = first[:, None] - at, at - last[:, None]
        side = len(DISTANCES) + 1
        bucket = lambda d: (d[..., None] > self.edges).sum(-1)
        return torch.where(
            before > 0, side - bucket(before) - 1,
            torch.where(after > 0, side + 1 + bucket(after), side),
        )

    def spans(self, x, mark, valid):
        """Tag scores of every word for each cue (a row of `x` and `mark` a cue)."""
        y = self.join(torch.cat([x + self.is_cue(mark), self.near(self.nearness(mark))], -1))
        for layer in self.span_layers:
            y = layer(y, valid[:, None, None, :])
        return self.span(y)


def chained(scores, chain, valid):
    """Marginal loss of the antecedents: any earlier word of the same chain is right; none where there is none."""
    same = (chain[:, :, None] == chain[:, None, :]) & (chain[:, :, None] >= 0)
    earlier = torch.ones_like(same[0]).tril(-1)
    gold = same & earlier
    every = F.pad(scores.masked_fill(~valid[:, None, :], -1e4), (1, 0), value=0.0)
    right = F.pad(gold, (1, 0), value=False)
    right[:, :, 0] = ~gold.any(-1)
    loss = every.logsumexp(-1) - every.masked_fill(~right, -1e4).logsumexp(-1)
    return loss[valid].sum() / gold.any(-1).sum().clamp(min=1)


def starting(sent):
    """Whether each word but the first starts a sentence, by the words' sentence numbers."""
    return sent[:, 1:] != sent[:, :-1]


class Reader(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.encoder = Encoder(len(labels["shapes"]))
        self.heads = Heads(labels)

    def states(self, b):
        return self.heads.states(self.encoder(b["ids"], b["owner"], b["shape"]), b["shape"], b["quote"])

    def loss(self, b):
        x, h, out = self.states(b), self.heads, {}
        ce = lambda scores, gold: F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=-100)
        if "upos" in b:
            out["upos"], out["xpos"] = ce(h.upos(x), b["upos"]), ce(h.xpos(x), b["xpos"])
            scores, rooted = h.arcs(x, b["sent"])
            out["arc"] = ce(scores, b["heads"])
            out["rel"] = ce(h.rels(x, rooted, b["heads"]), b["deprels"])
            # The first word of a window always starts a sentence: nothing to learn from.
            begins, inside = starting(b["sent"]), b["sent"][:, 1:] >= 0
            out["starts"] = F.binary_cross_entropy_with_logits(h.starts(x)[:, 1:, 0][inside], begins[inside].float())
        if "names" in b:
            out["names"] = ce(h.names(x), b["names"])
        if "factuality" in b:
            known = b["factuality"] > -50
            if known.any():
                out["factual"] = F.smooth_l1_loss(h.factual(x)[..., 0][known], b["factuality"][known])
        if "chain" in b:
            out["refer"] = 0.5 * chained(h.references(x), b["chain"], b["sent"] >= 0)
        if "choices" in b:
            row, pronoun, one, two, meant = b["choices"].unbind(1)
            scores = h.references(x)
            link = lambda name: scores[row, torch.maximum(pronoun, name), torch.minimum(pronoun, name)]
            out["choice"] = 0.5 * F.cross_entropy(torch.stack([link(one), link(two), torch.zeros(len(row))], 1), meant)
        if "cues" in b:
            out["cues"] = 2 * ce(h.cues(x), b["cues"])
            if "row" in b:
                rows = b["row"]
                out["spans"] = 2 * ce(h.spans(x[rows], b["mark"], b["sent"][rows] >= 0), b["tags"])
        return out
