"""Writes the golden files: what real NumPy gives for fixed seeds. Run by `npm run golden -w kernel-lib`.

Equality is meant to the last bit. Each case says how to make its input; a reader needs no NumPy.
"""

import numpy as np

from helpers import SEED, tensor, whole, write


# Views of one base tensor, each with the same steps in both languages.
VIEWS = {
    "plain": lambda x: x,
    "transposed": lambda x: x.T,
    "every second row": lambda x: x[::2],
    "every second column": lambda x: x[..., ::2],
    "backwards": lambda x: x[::-1],
    "columns backwards": lambda x: x[..., ::-1],
    "swapped": lambda x: np.swapaxes(x, 0, -1),
    "inner block": lambda x: x[1:-1, ..., 1:-1] if x.ndim > 1 else x[1:-1],
}

SHAPES = [(7,), (8,), (127,), (128,), (129,), (136,), (1000,), (5000,), (3, 4), (9, 17), (40, 130), (300, 3), (310, 40)]
SHAPES += [(4, 5, 6), (3, 9, 140), (20, 10, 3), (3, 95, 100)]


def uniform(shape, dtype="float64"):
    x = np.random.RandomState(SEED).uniform(-1, 1, shape)
    return x.astype(dtype)


def axes_of(x):
    yield None
    yield from range(x.ndim)
    if x.ndim == 3:
        yield from ([0, 1], [1, 2], [0, 2])


def reductions():
    for shape in SHAPES:
        for view, make in VIEWS.items():
            for dtype in ("float64", "float32"):
                if dtype == "float32" and view not in ("plain", "transposed"):
                    continue
                x = make(uniform(shape, dtype))
                for axis in axes_of(x):
                    wanted = tuple(axis) if isinstance(axis, list) else axis
                    results = {"sum": x.sum(axis=wanted)}
                    if view in ("plain", "transposed"):
                        for name in ("mean", "std", "var", "min", "max", "prod"):
                            results[name] = getattr(x, name)(axis=wanted)
                    if not isinstance(axis, list):
                        results |= {name: getattr(x, name)(axis=axis) for name in ("argmin", "argmax", "cumsum")}
                    if x.size > 600:
                        results.pop("cumsum", None)
                    got = {name: tensor(value) for name, value in results.items()}
                    yield {"shape": shape, "view": view, "dtype": dtype, "axis": axis, "results": got}


def elementwise():
    rs = np.random.RandomState(SEED)
    x = np.concatenate([rs.uniform(-4, 4, 20), [0.0, -0.0, np.nan, np.inf, -np.inf, 0.5, 1.5, 2.5, -2.5, 1e300]])
    y = np.concatenate([rs.uniform(-4, 4, 20), [0.0, 1.0, 2.0, -1.0, np.inf, -0.5, 0.5, np.nan, 3.0, 1e300]])
    ints = rs.randint(-60000, 60000, 12).astype(np.int32)
    other = rs.randint(1, 90000, 12).astype(np.int32)
    small = rs.randint(0, 256, 12).astype(np.uint8)
    truth = rs.randint(0, 2, 12).astype(bool)
    single = x[:12].astype(np.float32)
    pairs = [(x, y), (ints, other), (small, ints), (truth, ints), (single, small), (ints, single), (truth, truth[::-1])]
    names = "add subtract multiply divide maximum minimum equal not_equal less less_equal greater greater_equal"
    with np.errstate(all="ignore"):
        for a, b in pairs:
            for name in names.split() + ["logical_and", "logical_or"]:
                if name == "subtract" and a.dtype == b.dtype == bool:
                    continue
                yield {"op": name, "a": whole(a), "b": whole(b), "want": whole(getattr(np, name)(a, b))}
        for name in "negative absolute sign sqrt square floor ceil round isnan isfinite logical_not exp expm1 log log1p tanh".split():
            for a in (x, np.abs(x), single, ints):
                yield {"op": name, "a": whole(a), "want": whole(getattr(np, name)(a))}
        for decimals in (0, 1, 3, -1):
            yield {"op": "round", "a": whole(x[:20] * 10), "decimals": decimals, "want": whole(np.round(x[:20] * 10, decimals))}
        for exponent in (2, 3, 0.5, -1, 0, 1):
            yield {"op": "power", "a": whole(np.abs(x[:20])), "exponent": exponent, "want": whole(np.power(np.abs(x[:20]), exponent))}


def movement():
    x = np.arange(24.0).reshape(2, 3, 4)
    yield {"call": "reshape", "want": tensor(x.T.reshape(4, 6))}
    yield {"call": "ravel", "want": tensor(x.T.ravel())}
    yield {"call": "swapaxes", "want": tensor(np.swapaxes(x, 0, 2))}
    yield {"call": "transpose", "want": tensor(np.transpose(x, (1, 2, 0)))}
    yield {"call": "concatenate", "want": tensor(np.concatenate([x, x[:, :1]], axis=1))}
    yield {"call": "stack", "want": tensor(np.stack([x, x + 1], axis=-1))}
    yield {"call": "hstack", "want": tensor(np.hstack([x, x]))}
    yield {"call": "vstack", "want": tensor(np.vstack([x, x]))}
    yield {"call": "flip", "want": tensor(np.flip(x, 1))}
    yield {"call": "tile", "want": tensor(np.tile(x, (2, 1, 3)))}
    yield {"call": "repeat", "want": tensor(np.repeat(x, 3, axis=1))}
    yield {"call": "take", "want": tensor(np.take(x, [[2, 0], [-1, 1]], axis=1))}
    yield {"call": "slice", "want": tensor(x[::-1, 0:2, -1])}
    yield {"call": "slice backwards", "want": tensor(x[1, ::-2, 3:0:-1])}
    yield {"call": "mask", "want": tensor(x[x % 5 == 0])}
    yield {"call": "dot", "want": tensor(np.dot(x, x.transpose(0, 2, 1)))}
    yield {"call": "matmul", "want": tensor(np.matmul(x, x.transpose(0, 2, 1)))}
    yield {"call": "outer", "want": tensor(np.outer(x[0, 0], x[0, 1]))}
    yield {"call": "inner", "want": tensor(np.inner(x, x[0]))}
    yield {"call": "arange", "want": tensor(np.arange(0.1, 2, 0.3))}
    yield {"call": "linspace", "want": tensor(np.linspace(-1, 3, 7))}


def printing():
    rs = np.random.RandomState(SEED)
    inputs = [
        np.array(0.5), np.array(1.0), np.array(1e-5), np.array(1e16), np.array(123456789.0), np.array(True), np.array(7, np.int32),
        np.array([]), np.zeros((0, 3)), np.zeros((2, 0), np.int32),
        np.array([1.0, 2.0, 3.5]), np.array([0.1, 0.25, 1 / 3]), np.array([1e-5, 1.0]), np.array([1e8, 1.0]), np.array([99999999.0, 1.0]),
        np.array([1000.5, 1.25, -3]), np.array([1e10, -1e-10, 0]), np.array([np.nan, 1, -np.inf]), np.array([np.nan, np.inf]),
        np.array([1e300, 1e-300]), np.array([1e100, 1e-5, -2]), np.array([0.001953125, 0.5]), np.array([0.005859375]), np.array([-0.0, 0.0]),
        np.array([1.2345678949999999, 2]), np.array([1.00000000001, 2]), np.array([0.0001, 0.01]), np.array([0.00009, 0.01]),
        np.array([123456.789, 0.5]), np.array([5e-324, 1]), np.array([1.7976931348623157e308]), np.array([0.1 + 0.2]),
        rs.randn(3, 4), rs.randn(2, 3, 2), rs.randn(30), rs.randn(4, 20), rs.randn(2, 2, 2, 2) * 1e6, rs.randn(3, 3) * 1e-6,
        rs.randn(5).astype(np.float32), np.array([0.1, 1 / 3], np.float32), np.array([1e10, 1], np.float32), np.array([16777216.0, 0.1], np.float32),
        rs.randint(-1000, 1000, (4, 5)).astype(np.int32), rs.randint(0, 256, (3, 30)).astype(np.uint8), np.arange(5, dtype=np.int32),
        rs.randint(0, 2, (2, 3)).astype(bool), np.array([False]), np.array([True, True]), rs.randint(0, 2, 40).astype(bool),
        np.arange(1000.0), np.arange(1001.0), np.arange(2000.0).reshape(2, 1000), np.arange(1200.0).reshape(40, 30), np.arange(1331.0).reshape(11, 11, 11),
        np.arange(1400, dtype=np.int32).reshape(7, 200), np.arange(2400).reshape(4, 600) % 3 == 0, np.arange(1500, dtype=np.uint8).reshape(1500, 1),
        rs.rand(209, 1) * 1e-3, rs.randn(1, 60), rs.randn(12, 100), (rs.rand(8, 8, 3) * 255).astype(np.uint8), rs.randn(18).astype(np.float32),
        np.array([0.6335162, 0.0047064126, 8.998431], np.float32), np.array([1e-45, 0.25], np.float32), np.array([1711251.25, -3483773.25], np.float32), np.array([41631912, -16777218], np.float32), np.array(41631912, np.float32), np.array(0.0001, np.float32),
        np.array([0.3, 300], np.float32), np.array([[5e-324, 1 / 3], [-1e-310, np.inf]]),
    ]
    for x in inputs:
        yield {"input": whole(x), "str": str(x), "repr": repr(x)}
    for x in [rs.randn(4, 6), np.arange(2500.0).reshape(50, 50)]:
        yield {"input": whole(x), "transposed": True, "str": str(x.T), "repr": repr(x.T)}


write("reductions", list(reductions()), input="RandomState(seed).uniform(-1, 1, shape)", views=list(VIEWS))
write("elementwise", list(elementwise()))
write("movement", list(movement()), input="arange(24).reshape(2, 3, 4)")
write("printing", list(printing()))
