"""Writes the golden files of movement, indexing, sorting and reductions over awkward inputs, see calls.py."""

import json

import numpy as np
from calls import FINITE, FOLDER, PALETTES, our_dtype, write_calls

X = "$x"


def with_axes(x):
    """NumPy lets some functions name axis 0 of a single number; here there is no such axis."""
    if x.ndim == 0:
        raise ValueError("no axes")
    return x


def movement():
    yield "reshape", [X, [-1]], lambda x: x.reshape(-1)
    yield "reshape", [X, [-1, 2]], lambda x: x.reshape(-1, 2)
    yield "ravel", [X], np.ravel
    yield "transpose", [X], np.transpose
    yield "transpose", [X, [1, 0]], lambda x: np.transpose(x, (1, 0))
    yield "swapaxes", [X, 0, -1], lambda x: np.swapaxes(x, 0, -1)
    yield "squeeze", [X], np.squeeze
    yield "squeeze", [X, {"axis": 0}], lambda x: np.squeeze(with_axes(x), 0)
    for axis in (0, -1, [0, 2]):
        yield "expandDims", [X, axis], lambda x, axis=axis: np.expand_dims(x, tuple(axis) if isinstance(axis, list) else axis)
    yield "broadcastTo", [X, [2, 3]], lambda x: np.broadcast_to(x, (2, 3))
    yield "broadcastTo", [X, [2, 2, 3, 4]], lambda x: np.broadcast_to(x, (2, 2, 3, 4))
    for axis in (0, 1, -1, None):
        yield "concatenate", [[X, X], {"axis": axis}], lambda x, axis=axis: np.concatenate([x, x], axis=axis)
        yield "flip", [X, {"axis": axis}], lambda x, axis=axis: np.flip(x, axis)
    yield "flip", [X, {"axis": [0, 1]}], lambda x: np.flip(x, (0, 1))
    yield "concatenate", [[X, [1.5, 2]]], lambda x: np.concatenate([x, np.array([1.5, 2])])
    for axis in (0, 1, -1):
        yield "stack", [[X, X], {"axis": axis}], lambda x, axis=axis: np.stack([x, x], axis=axis)
    yield "hstack", [[X, X, X]], lambda x: np.hstack([x, x, x])
    yield "vstack", [[X, X]], lambda x: np.vstack([x, x])
    for counts in (2, [2], [1, 3], [2, 1, 2], 0):
        yield "tile", [X, counts], lambda x, counts=counts: np.tile(x, counts)
    for counts, axis in ((2, None), (2, 0), (3, -1), (0, 1), ([1, 0], 0), ([2, 1, 3], 1)):
        yield "repeat", [X, counts, {"axis": axis}], lambda x, c=counts, axis=axis: np.repeat(x if axis is None else with_axes(x), c, axis)
    for parts, axis in ((1, 0), (2, 0), (7, 0), (2, -1), ([1, 3], 0), ([2, -1], 1), ([0, 9], -1)):
        yield "split", [X, parts, {"axis": axis}], lambda x, p=parts, axis=axis: np.split(x, p, axis)
        yield "arraySplit", [X, parts, {"axis": axis}], lambda x, p=parts, axis=axis: np.array_split(x, p, axis)
    yield "hsplit", [X, [1]], lambda x: np.hsplit(x, [1])
    yield "vsplit", [X, [1]], lambda x: np.vsplit(x, [1])
    for shift, axis in ((1, None), (-3, None), (2, 0), (-1, 1), (100, -1), ([1, 2], [0, 1]), (1, [0, 1]), ([1, 2], 0), ([1, 1], [0, 0])):
        wanted = tuple(axis) if isinstance(axis, list) else axis
        yield "roll", [X, shift, {"axis": axis}], lambda x, s=shift, axis=wanted: np.roll(x, s, axis)
    for mode in ("constant", "edge", "reflect", "symmetric", "wrap"):
        for width in (0, 1, 3, [1, 2], [[1, 0], [0, 2]], [[5, 9]], [[1], [2]]):
            yield "pad", [X, width, {"mode": mode}], lambda x, w=width, mode=mode: np.pad(x, w, mode=mode)
    for values in (1, [1, 2], [[1, 2], [3, 4]]):
        yield "pad", [X, 2, {"constantValues": values}], lambda x, v=values: np.pad(x, 2, constant_values=v)
    yield "meshgrid", [X, [1, 2, 3]], lambda x: np.meshgrid(x, [1.0, 2, 3])
    yield "meshgrid", [X, [1, 2], X, {"indexing": "ij"}], lambda x: np.meshgrid(x, [1.0, 2], x, indexing="ij")
    yield "meshgrid", [X], lambda x: np.meshgrid(x)
    yield "zerosLike", [X], np.zeros_like
    yield "onesLike", [X], np.ones_like
    yield "fullLike", [X, 7], lambda x: np.full_like(x, 7)
    yield "transferred", [X], np.copy
    yield "copy", [X], np.copy
    for dtype in ("float64", "float32"):
        yield "astype", [X, dtype], lambda x, dtype=dtype: x.astype(dtype)
    yield "astype", [X, "bool"], lambda x: x.astype(bool)


def ranges():
    """These take no input: each stands for itself."""
    numbers = [[5], [0], [-3], [1, 2, 0.1], [0, 1, 0.1], [10, 0, -3], [0.5, 3.7], [1e-5, 1e-4, 1.3e-5], [2, 2], [0, -1]]
    for dtype in ("float64", "float32", "int32", "uint8"):
        for given in numbers:
            if dtype != "uint8" or min(given) >= 0:
                yield "arange", [*given, {"dtype": dtype}], lambda _, g=given, d=dtype: np.arange(*g, dtype=d)
    spans = [[0, 1], [-1, 3], [0, 5e-324], [1, 1], [3, -2], [0, 1e308], [-0.0, 0.3]]
    for start, stop in spans:
        for count in (0, 1, 2, 7, 50):
            for endpoint in (True, False):
                options = {"endpoint": endpoint}
                yield "linspace", [start, stop, count, options], lambda _, a=(start, stop, count), e=endpoint: np.linspace(*a, endpoint=e)
    for dtype in ("float32", "int32"):
        yield "linspace", [-2, 3, 9, {"dtype": dtype}], lambda _, d=dtype: np.linspace(-2, 3, 9, dtype=d)
    for start, stop, count in ((0, 255, 7), (9, 2, 5), (1.5, 3.25, 4)):
        for dtype in ("uint8", "bool"):
            yield "linspace", [start, stop, count, {"dtype": dtype}], lambda _, a=(start, stop, count), d=dtype: np.linspace(*a, dtype=d)
    for shape in ([], [0], [1], [7], [3, 0], [2, 3], [2, 3, 5]):
        for dtype in PALETTES:
            yield "zeros", [shape, {"dtype": dtype}], lambda _, s=shape, d=dtype: np.zeros(s, d)
            yield "ones", [shape, {"dtype": dtype}], lambda _, s=shape, d=dtype: np.ones(s, d)
            yield "full", [shape, 7, {"dtype": dtype}], lambda _, s=shape, d=dtype: np.full(s, 7, d)
    for n, m, k in ((3, 3, 0), (3, 4, 1), (3, 4, -2), (2, 5, 9), (2, 5, -9), (0, 3, 0), (4, 2, 1), (4, 2, -1)):
        for dtype in PALETTES:
            yield "eye", [n, m, {"k": k, "dtype": dtype}], lambda _, a=(n, m, k), d=dtype: np.eye(*a, dtype=d)


def products():
    """Without a sum each bit counts."""
    yield "outer", [X, X], lambda x: np.outer(x, x)
    yield "outer", [X, [1.5, -2, 0]], lambda x: np.outer(x, [1.5, -2, 0])


def as_numpy(index):
    """Our way to write an index, as NumPy's."""
    if isinstance(index, list):
        return np.array(index, dtype=bool if index and str(index).find("e") > 0 else int)
    if isinstance(index, str) and ":" in index:
        return slice(*[int(part) if part else None for part in index.split(":")])
    return {"...": Ellipsis, "newaxis": None, None: slice(None)}[index] if not isinstance(index, int) else index


INDICES = [
    [0], [-1, 1], [":"], ["1:", "::-1"], ["...", 0], [0, "..."], ["newaxis", "..."], [":", "newaxis", 1], ["::-2", "5:0:-3"],
    [[0, 0, -1]], [[]], [[[0, 1], [1, 0]]], [[1, 0], [2, 0]], [[[1], [0]], [0, 2]], [":", [1, 0, 1]], [[1, 0], ":"], [0, [1, 0]],
    [[0, 1], 1], [":", 1, [0, 2]], [[0, 1], ":", [0, 2]], [0, ":", [1, 0]], ["...", [1, 0]], [[1, 0], "..."], [[0, 1], "...", [1, 0]],
    [[1, 0], "newaxis"], ["newaxis", [1, 0]], [":", [[0], [1]], "1:3"], ["1:", [0, 1], [0, 1]], ["::-1", [0, 2, 1]], [[0, 1], [0, 1, 2]],
    [[True, False]], [[False, True, True]], [[True, False], [0]], [[0, 1], [True, False, True]], [":", [True, False, True]],
    [[[True, False, True], [False, True, True]]], [[[True, False, True], [False, True, True]], 1], [[True, True], ":", [1, 0]],
    [[False, False]], ["...", [True, False, True, True]],
]  # fmt: skip


def indexing():
    for index in INDICES:
        wanted = tuple(map(as_numpy, index))
        yield "index", [X, *index], lambda x, i=wanted: x[i]
        for value in (7, [1, 2], [[1], [0]], [[[1, 2]]]):
            yield "assigned", [X, value, *index], lambda x, i=wanted, v=value: assigned(x, v, i)
    yield "masked", [X], lambda x: x[x > 0]
    yield "maskOf", [X], lambda x: x[x > 0]
    yield "copiedWhere", [X, 5], lambda x: copied(x, 5)
    yield "assignedWhere", [X, 5], lambda x: assigned(x, 5, x > 0)
    yield "assignedTwice", [X], lambda x: assigned(x, np.arange(5), [0, 1, 0, 1, 0])
    for places in (0, [0], [[0, -1], [1, 0]], []):
        for axis in (None, 0, 1, -1):
            got = np.array(places, dtype=int)
            yield "take", [X, places, {"axis": axis}], lambda x, p=got, axis=axis: np.take(x if axis is None else with_axes(x), p, axis)
    yield "nonzero", [X], np.nonzero
    yield "where", [X], lambda x: np.nonzero(x)
    yield "where", [X, X, 2], lambda x: np.where(x, x, 2)
    yield "where", [X, 0, X], lambda x: np.where(x, 0, x)
    yield "where", [[True, False, True], X, [1.5, 2.5, 3.5]], lambda x: np.where([True, False, True], x, [1.5, 2.5, 3.5])
    yield "where", [X, 1, 0.5], lambda x: np.where(x, 1, 0.5)


def assigned(x, value, index):
    y = x.copy()
    y[index] = np.array(value, dtype=float) if isinstance(value, list) else value
    return y


def copied(x, value):
    y = x.copy()
    np.copyto(y, np.array(value).astype(y.dtype), where=x > 0)
    return y


def unique_parts(x):
    values, index, inverse, counts = np.unique(x, return_index=True, return_inverse=True, return_counts=True)
    return [values, index, inverse.reshape(x.shape), counts]


def sorting():
    for axis in (-1, 0, 1, None):
        yield "sort", [X, {"axis": axis}], lambda x, axis=axis: np.sort(x if axis is None else with_axes(x), axis, kind="stable")
        yield "argsort", [X, {"axis": axis}], lambda x, axis=axis: np.argsort(x if axis is None else with_axes(x), axis, kind="stable")
    yield "uniqueParts", [X], unique_parts
    yield "unique", [X], lambda x: np.unique(x, return_index=True)[0]
    for side in ("left", "right"):
        yield "searchSorted", [X, X, {"side": side}], lambda x, s=side: np.searchsorted(np.sort(x, kind="stable"), x, s)
        values = [[-3, 0, 1.5], [7, 1e300, -1e300]]
        yield "searchSorted", [X, values, {"side": side}], lambda x, v=values, s=side: np.searchsorted(np.sort(x, kind="stable"), np.array(v), s)
    yield "countNonzero", [X, {"axis": 0}], lambda x: np.count_nonzero(with_axes(x), 0)


AXES = [None, 0, 1, -1, [0, 1], [2, 0], [], [0, 0]]


def as_axis(axis):
    return tuple(axis) if isinstance(axis, list) else axis


def number(result, axis, keepdims, name=""):
    """Everything in one gives a plain number here, which has no dtype."""
    whole = axis is None and not keepdims
    return result if not whole or name in ("any", "all") else np.float64(result)


def reduced(names, more=None):
    """Each along every axis and axes, with and without keepdims."""
    for name in names:
        for axis in AXES:
            if name == "median" and axis == []:
                continue  # NumPy fails
            for keepdims in (False, True):
                options = {"axis": axis, "keepdims": keepdims} | (more or {})
                numpy_name = {"countNonzero": "count_nonzero"}.get(name, name)

                def call(x, f=getattr(np, numpy_name), axis=axis, keepdims=keepdims, name=name):
                    x = x if axis is None else with_axes(x) if axis != [] else x
                    return number(f(x, axis=as_axis(axis), keepdims=keepdims, **(more or {})), axis, keepdims, name)

                yield name, [X, options], call


def reductions():
    yield from reduced(["sum", "mean", "min", "max", "any", "all", "var", "std", "nansum", "median", "countNonzero"])
    yield from reduced(["var", "std"], {"ddof": 1})
    for axis in (None, 0, -1):
        for name in ("argmin", "argmax"):
            for keepdims in (False, True):
                options = {"axis": axis, "keepdims": keepdims}

                def call(x, f=getattr(np, name), axis=axis, keepdims=keepdims):
                    return number(f(x if axis is None else with_axes(x), axis=axis, keepdims=keepdims), axis, keepdims)

                yield name, [X, options], call
        yield "cumsum", [X, {"axis": axis}], lambda x, axis=axis: np.cumsum(x if axis is None else with_axes(x), axis)
        for q in (50, [0, 12.5, 100], [[70, 30]]):
            for keepdims in (False, True):
                options = {"axis": axis, "keepdims": keepdims}

                def call(x, q=q, f=np.percentile, axis=axis, keepdims=keepdims):
                    x = x.astype(float) if x.dtype == bool else x  # NumPy refuses booleans here
                    result = f(x if axis is None else with_axes(x), q, axis=axis, keepdims=keepdims)
                    return np.float64(result) if axis is None and np.ndim(result) == 0 else result

                yield "percentile", [X, q, options], call
                share = np.divide(q, 128).tolist()
                yield "quantile", [X, share, options], lambda x, c=call, q=share: c(x, q, np.quantile)


def clipped_products():
    """Between -1 and 1 no product is too large for an int32."""
    for axis in (None, 0, 1):
        yield "prodOfClipped", [X, {"axis": axis}], lambda x, a=axis: number(np.prod(np.clip(x if a is None else with_axes(x), -1, 1), a), a, False)


def float_reductions():
    yield from reduced(["prod", "sum", "nansum", "mean", "any", "all", "var", "std", "countNonzero"])
    for axis in (None, 0, 1):
        for name in ("argmin", "argmax", "cumsum"):
            yield name, [X, {"axis": axis}], lambda x, f=getattr(np, name), a=axis: plain(f(x if a is None else with_axes(x), a), a, f)
        for name in ("min", "max"):  # which of two zeros is larger depends on the processor
            yield f"{name}WithoutMinusZero", [X, {"axis": axis}], lambda x, f=getattr(np, name), a=axis: number(f((x if a is None else with_axes(x)) + 0, a), a, False)
    for axis in (None, 0, 1):  # which of two zeros is in the middle is left to chance in NumPy
        yield "medianWithoutMinusZero", [X, {"axis": axis}], lambda x, axis=axis: number(np.median((x if axis is None else with_axes(x)) + 0, axis), axis, False)


def plain(result, axis, f):
    """A place among all elements is a plain number; running sums stay an array."""
    return np.float64(result) if axis is None and f is not np.cumsum else result


def write_reductions():
    write_calls("calls-sorting", list(sorting()))
    write_calls("calls-reductions", [*reductions(), *clipped_products()], FINITE)
    write_calls("calls-reductions-awkward", list(float_reductions()), PALETTES, ("float64", "float32"))


BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "power": np.power, "maximum": np.maximum,
    "minimum": np.minimum, "equal": np.equal, "less": np.less, "logicalAnd": np.logical_and, "logicalOr": np.logical_or,
    "where": lambda a, b: np.where(True, a, b), "matmul": np.matmul, "outer": np.outer, "dot": np.dot, "concatenate": lambda a, b: np.concatenate([a, b]),
}  # fmt: skip
UNARY = {
    "negative": np.negative, "abs": np.abs, "sign": np.sign, "sqrt": np.sqrt, "square": np.square, "exp": np.exp, "expm1": np.expm1,
    "log": np.log, "log1p": np.log1p, "tanh": np.tanh, "floor": np.floor, "ceil": np.ceil, "isnan": np.isnan,
    "isfinite": np.isfinite, "logicalNot": np.logical_not, "cumsum": np.cumsum, "argsort": np.argsort, "sort": np.sort,
    "unique": np.unique, "zerosLike": np.zeros_like,
} | {name: lambda x, f=getattr(np, name): f(x, axis=0) for name in "sum prod mean std var min max argmin argmax any all median".split()}  # fmt: skip
SCALARS = {"2": 2, "2.5": 2.5, "true": True}


def dtype_of(call, *operands):
    try:
        with np.errstate(all="ignore"):
            return our_dtype(call(*operands))
    except (TypeError, ValueError):
        return "error"


def promotion():
    """The dtype of every operation on every pair of dtypes; plain numbers are weak."""
    ones = {dtype: np.ones(2, dtype) for dtype in PALETTES}
    for name, call in BINARY.items():
        others = ones if name in ("matmul", "outer", "dot", "concatenate") else ones | SCALARS
        for dtype, x in ones.items():
            yield {"op": name, "a": dtype, "results": {other: dtype_of(call, x, y) for other, y in others.items()}}
    for name, call in UNARY.items():
        yield {"op": name, "results": {dtype: dtype_of(call, x) for dtype, x in ones.items()}}


def write_promotion():
    lines = ",\n".join(json.dumps(case) for case in promotion())
    (FOLDER / "promotion.json").write_text(f'{{"numpy": "{np.__version__}", "cases": [\n{lines}\n]}}\n', encoding="utf-8")


write_promotion()
write_reductions()
write_calls("calls-indexing", list(indexing()))
write_calls("calls-movement", list(movement()))
write_calls("calls-products", list(products()))
write_calls("calls-ranges", list(ranges()), dtypes=())
