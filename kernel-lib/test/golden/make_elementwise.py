"""Writes calls-elementwise.json, calls-out.json and functions.json: element-wise functions over every layout and dtype.

Arithmetic and comparisons agree to the last bit, so a digest is enough. exp, log, tanh and the like are a library's own choice in the
last bits: functions.json holds their values, to be compared within 2 units in the last place.
"""

import json

import numpy as np
from calls import FOLDER, PALETTES, our_dtype, write_calls

from helpers import SEED, bits

X = "$x"
FLOATING = {"sqrt", "exp", "expm1", "log", "log1p", "tanh", "logaddexp"}
NAMES = {
    "abs": "absolute", "notEqual": "not_equal", "lessEqual": "less_equal", "greaterEqual": "greater_equal",
    "logicalAnd": "logical_and", "logicalOr": "logical_or", "logicalXor": "logical_xor", "logicalNot": "logical_not",
}  # fmt: skip
UNARY = "negative abs sign sqrt square floor ceil isnan isinf isfinite logicalNot".split()
ARITHMETIC = "add subtract multiply divide maximum minimum".split()
QUESTIONS = "equal notEqual less lessEqual greater greaterEqual logicalAnd logicalOr logicalXor".split()


def wide(x):
    """NumPy's exp of a uint8 is a float16, which we do not have: float64 here."""
    return x.astype(np.float64) if x.dtype in (np.uint8, np.bool_) else x


def numpy_function(name):
    f = getattr(np, NAMES.get(name, name))
    if name in ("maximum", "minimum"):  # which of two zeros is larger depends on the processor
        return lambda *xs: f(*xs) + (0 if np.result_type(*xs) != bool else False)
    return (lambda *xs: f(*map(wide, xs))) if name in FLOATING else f


def backwards(x):
    return x[..., ::-1] if x.ndim else x


def roundable(x):
    """Booleans count as int32 here, which is not to overflow: what comes then is left to chance."""
    return np.clip(x.astype(np.int32), -60000, 60000) if x.dtype in (np.bool_, np.int32) else x


def partners(x):
    """What stands beside x: itself backwards, its first row, its first column."""
    return {"backwards": backwards(x), "row": x[:1] if x.ndim else x, "column": x[..., :1] if x.ndim else x}


def elementwise():
    for name in UNARY:
        yield name, [X], numpy_function(name)
    for decimals in (0, 2, -1):
        yield "rounded", [X, decimals], lambda x, d=decimals: np.round(roundable(x), d)
    for name in ARITHMETIC + QUESTIONS:
        f = numpy_function(name)
        for partner in ("backwards", "row", "column"):
            yield "beside", [X, name, partner], lambda x, f=f, p=partner: f(x, partners(x)[p])
        yield "besideEachDType", [X, name], lambda x, f=f: [f(x.reshape(-1, 1), PALETTES_AS[d]) for d in PALETTES_AS]
        for number in (2, -1.5, 0, True):
            yield name, [X, number], lambda x, f=f, n=number: f(x, n)
            yield name, [number, X], lambda x, f=f, n=number: f(n, x)
    for low, high in ((-1, 2), (None, 1), (0.5, None), (2, -1), (np.nan, 1)):
        given = [X, *(("$nan" if v is not None and v != v else v) for v in (low, high))]
        yield "clip", given, lambda x, a=low, b=high: np.clip(x, a, b)
    for other in ("backwards", "row"):
        yield "closeTo", [X, other], lambda x, o=other: np.bool_(np.allclose(x, partners(x)[o], equal_nan=True))
        yield "equalTo", [X, other], lambda x, o=other: np.bool_(np.array_equal(x, partners(x)[o]))


PALETTES_AS = {dtype: np.array(values, dtype=np.float64).astype(dtype) for dtype, values in PALETTES.items()}


def into(kind, f, x, dtype):
    """f written into: a fresh array, itself from back to front, its own shifted elements, itself from its first row."""
    if kind == "fresh":
        return f(x, backwards(x), out=np.zeros(x.shape, dtype))
    if kind == "higher":
        return f(x, backwards(x), out=np.zeros((2, *x.shape), dtype))
    y = x.copy().ravel() if kind == "shifted" else x.copy()
    if kind == "self":
        return f(y, backwards(y), out=y)
    if kind == "row":
        return f(y[:1] if y.ndim else y, y, out=y)
    f(y[:-1], y[1:], out=y[1:])
    return y


def into_one(f, x, dtype, kind):
    y = x.copy()
    return f(backwards(y), out=y) if kind == "self" else f(x, out=np.zeros(x.shape, dtype))


def out():
    for name in ("add", "divide", "multiply", "less", "logicalAnd", "logicalXor"):
        f = getattr(np, NAMES.get(name, name))
        for dtype in PALETTES if name in ("add", "divide", "less") else ("float64",):
            for kind in ("fresh", "higher"):
                yield "into", [X, name, kind, dtype], lambda x, f=f, k=kind, d=dtype: into(k, f, x, d)
        for kind in ("self", "shifted", "row"):
            yield "into", [X, name, kind, "float64"], lambda x, f=f, k=kind: into(k, f, x, "float64")
    for name in ("negative", "abs", "floor", "square", "isnan", "isinf", "logicalNot"):
        f = getattr(np, NAMES.get(name, name))
        for dtype in ("float64", "float32", "int32", "bool"):
            yield "intoOne", [X, name, dtype, "fresh"], lambda x, f=f, d=dtype: into_one(f, x, d, "fresh")
        yield "intoOne", [X, name, "float64", "self"], lambda x, f=f: into_one(f, x, "float64", "self")


EDGES = [709.78, 709.79, -708.39, -708.4, -745.13, -745.14, 88.72, 88.73, -87.33, -87.34, -103.97, -103.98, 0.625, 1e-20, -1e-20, 1 - 1e-9, 1 + 1e-9]


def palette_of(dtype):
    rs = np.random.RandomState(SEED)
    if dtype in ("uint8", "bool", "int32"):
        return PALETTES_AS[dtype]
    many = [*PALETTES[dtype], *EDGES, *rs.uniform(-2, 2, 80), *rs.uniform(-30, 30, 40), *10 ** rs.uniform(-30, 30, 40), *rs.uniform(-1, 1, 20) * 1e-8]
    return np.array(many).astype(dtype)


def function_case(name, f, *inputs):
    with np.errstate(all="ignore"):
        want = f(*inputs)
    return {"op": name, "dtype": our_dtype(want), "from": [x.dtype.name for x in inputs], "want": bits(want.astype(np.float64))}


def functions():
    for dtype in PALETTES:
        x = palette_of(dtype)
        for name in ("exp", "expm1", "log", "log1p", "tanh"):
            yield function_case(name, numpy_function(name), x)
        for other in PALETTES:
            a, b = PALETTES_AS[dtype].reshape(-1, 1), PALETTES_AS[other]
            yield function_case("logaddexp", numpy_function("logaddexp"), a, b)
            whole = np.result_type(a, b).kind not in "fb"
            yield function_case("power", np.power, a, np.abs(b.astype(np.float64)).clip(0, 9).astype(other) if whole else b)


def write_functions():
    palettes = {dtype: bits(palette_of(dtype).astype(np.float64)) for dtype in PALETTES}
    about = json.dumps({"numpy": np.__version__, "seed": SEED, "palettes": palettes, "short": {d: len(PALETTES[d]) for d in PALETTES}})
    lines = ",\n".join(json.dumps(case) for case in functions())
    (FOLDER / "functions.json").write_text(f'{about[:-1]}, "cases": [\n{lines}\n]}}\n', encoding="utf-8")
    print("functions.json")


write_calls("calls-elementwise", list(elementwise()))
write_calls("calls-out", list(out()))
write_functions()
