"""Writes products.json: dot, matmul, inner, outer, tensordot and einsum over every pair of a list of shapes, dtypes and layouts.

Elements are small whole numbers, so that every order of additions gives the same bits. A result is a digest, or "error".
"""

import hashlib
import json
import warnings

import numpy as np
from calls import FOLDER, VIEWS, described

SHAPES = [[], [0], [1], [3], [2, 3], [3, 2], [3, 3], [3, 0], [0, 3], [1, 3], [2, 2, 3], [2, 3, 2], [1, 3, 3], [2, 1, 3, 3]]
PAIRS = [(a, b) for a in SHAPES for b in SHAPES]
DTYPES = ["float64", "float32", "int32", "uint8", "bool"]
MIXED = [(a, b) for a in DTYPES for b in DTYPES]

TENSORDOTS = [
    (axes, a, b)
    for axes in (0, 1, 2, [[0], [0]], [[1], [0]], [[-1], [-1]], [[0, 1], [1, 0]], [[1, 2], [1, 0]])
    for a, b in [([3], [3]), ([2, 3], [3, 2]), ([3, 3], [3, 3]), ([2, 3, 4], [4, 3, 5]), ([2, 3, 4], [3, 2]), ([0, 3], [3, 0])]
]  # fmt: skip

EINSUMS = [
    ["ij->ji", [2, 3]], ["ij", [2, 3]], ["ji", [2, 3]], ["ii", [3, 3]], ["ii->i", [3, 3]], ["ij->", [2, 3]], ["ij->j", [2, 3]],
    ["ij->i", [0, 3]], ["iij->j", [2, 2, 3]], ["...i->...", [2, 3, 4]], ["i...->...i", [2, 3, 4]], ["->", []], ["...", [2, 3]],
    ["i,i", [3], [3]], ["i,i->i", [3], [3]], ["i,j->ij", [2], [3]], ["i,j", [2], [3]], ["i,j->", [2], [3]], ["ij,jk->ik", [2, 3], [3, 2]],
    ["ij,jk", [2, 3], [3, 2]], ["ij,kj->ik", [2, 3], [4, 3]], ["ji,jk->ki", [3, 2], [3, 4]], ["ij,ij->", [2, 3], [2, 3]],
    ["ij,ij->i", [2, 3], [2, 3]], ["ij,j->ij", [2, 3], [3]], ["ij,j->i", [2, 3], [3]], ["bij,bjk->bik", [2, 3, 4], [2, 4, 2]],
    ["bij,bjk->ikb", [2, 3, 4], [2, 4, 2]], ["bij,jk->bik", [2, 3, 4], [4, 2]], ["...ij,...jk->...ik", [2, 1, 3, 2], [2, 2, 3]],
    ["ijk,kji->", [2, 3, 4], [4, 3, 2]], ["ijk,jil->kl", [3, 4, 2], [4, 3, 2]], ["ii,jj->ij", [2, 2], [3, 3]], ["ij,jk->", [2, 3], [3, 2]],
    ["ij,kl->il", [2, 3], [4, 2]], ["ij,jk->ik", [2, 1], [3, 2]], ["ij,jk->ik", [1, 3], [3, 2]], [",ij->ij", [], [2, 3]], [",", [], []],
    ["ij,jk->ik", [0, 3], [3, 2]], ["ij,jk->ik", [2, 0], [0, 2]], ["A,a->aA", [2], [3]], ["Bb,bB", [2, 3], [3, 2]], ["i...,i...->...", [3, 2], [3, 2]],
    ["ij,jk->ik", [2, 3], [2, 3]], ["ij", [3]], ["ii", [2, 3]], ["ij,jk->il", [2, 3], [3, 2]], ["ij->ii", [2, 3]], ["i,i", [3], [2]], ["i->", [2, 3]],
]  # fmt: skip


def pattern(shape, dtype, start):
    """(5 i + start) mod 7, minus 3 where there is a sign."""
    values = (5 * np.arange(int(np.prod(shape))) + start) % 7
    values = values % 2 if dtype == "bool" else values if dtype == "uint8" else values - 3
    return values.astype(dtype).reshape(shape)


def operands(shapes, dtypes, views=("plain", "plain")):
    return [VIEWS[view](pattern(shape, dtype, k)) for k, (shape, dtype, view) in enumerate(zip(shapes, dtypes, views))]


def digest(call, inputs):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = call(*inputs)
    except (ValueError, IndexError, TypeError):
        return "error"
    result = result + np.zeros((), result.dtype)  # dot with a number gives 0 where multiply gives -0
    return hashlib.sha256(described(result).encode()).hexdigest()[:12]


def cases():
    floats = ("float64", "float64")
    for name in ("dot", "matmul", "inner", "outer"):
        call = getattr(np, name)
        yield {"call": name, "pairs": "shapes", "results": [digest(call, operands(p, floats)) for p in PAIRS]}
        pair = ([3, 3], [3, 3])
        results = [digest(call, operands(pair, dtypes)) for dtypes in MIXED]
        yield {"call": name, "pairs": "dtypes", "results": results}
        views = [(a, b) for a in VIEWS for b in VIEWS if a != "stretched" and b != "stretched"]
        results = [digest(call, operands(([3, 4, 4], [3, 4, 4]), floats, v)) for v in views]
        yield {"call": name, "pairs": "views", "results": results}
    for axes, a, b in TENSORDOTS:
        call = lambda x, y: np.tensordot(x, y, axes=axes)
        results = [digest(call, operands((a, b), dtypes)) for dtypes in MIXED]
        yield {"call": "tensordot", "axes": axes, "shapes": [a, b], "results": results}
    for text, *shapes in EINSUMS:
        call = lambda *inputs: np.einsum(text, *inputs)
        same = [(dtype,) * len(shapes) for dtype in DTYPES]
        results = [digest(call, operands(shapes, dtypes)) for dtypes in same]
        yield {"call": "einsum", "subscripts": text, "shapes": shapes, "results": results}


about = {"numpy": np.__version__, "shapes": SHAPES, "dtypes": DTYPES, "views": [v for v in VIEWS if v != "stretched"]}
lines = [json.dumps(case | {"results": " ".join(case["results"])}) for case in cases()]
text = f'{json.dumps(about)[:-1]}, "cases": [\n' + ",\n".join(lines) + "\n]}\n"
(FOLDER / "products.json").write_text(text, encoding="utf-8")
print(f"products.json: {len(lines)} cases, {len(text)} characters")
