"""Writes the golden files of movement, indexing, sorting and reductions over awkward inputs, see calls.py."""

import numpy as np
from calls import write_calls

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
    for n, m, k in ((3, 3, 0), (3, 4, 1), (3, 4, -2), (2, 5, 9), (2, 5, -9), (0, 3, 0), (4, 2, 1), (4, 2, -1)):
        for dtype in ("float64", "bool"):
            yield "eye", [n, m, {"k": k, "dtype": dtype}], lambda _, a=(n, m, k), d=dtype: np.eye(*a, dtype=d)


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


write_calls("calls-indexing", list(indexing()))
write_calls("calls-movement", list(movement()))
write_calls("calls-ranges", list(ranges()), dtypes=())
