"""Writes random.json, generator.json and million.json: what NumPy draws from fixed seeds, one call after the other."""

import hashlib

import numpy as np

from helpers import SEED, tensor, write


P = [0.1, 0.2, 0.3, 0.4]


def legacy():
    for seed in (0, 1, 3, 42, 2**32 - 1):
        rs = np.random.RandomState(seed)
        steps = [
            ["rand", [5], rs.rand(5)],
            ["randn", [3, 3], rs.randn(3, 3)],
            ["randint", [0, 10, [8]], rs.randint(0, 10, 8)],
            ["randn", [2], rs.randn(2)],
            ["uniform", [-2, 3, [4]], rs.uniform(-2, 3, 4)],
            ["normal", [5, 0.5, [4]], rs.normal(5, 0.5, 4)],
            ["randint", [-100, 1000000, [5]], rs.randint(-100, 1000000, 5)],
            ["randint", [-2147483648, 2147483648, [3]], rs.randint(-(2**31), 2**31, 3)],
            ["permutation", [10], rs.permutation(10)],
            ["permutation of rows", [], rs.permutation(np.arange(12.0).reshape(6, 2))],
            ["rand", [700], rs.rand(700)[-5:]],
            ["choice", [10, [6]], rs.choice(10, 6)],
            ["choice with p", [4, 30], rs.choice(4, 30, p=P)],
            ["choice without replace", [12, [2, 3]], rs.choice(12, (2, 3), replace=False)],
            ["choice without replace, with p", [4, 3], rs.choice(4, 3, replace=False, p=P)],
            ["choice of items", [7], rs.choice(np.arange(5) / 4, 7)],
        ]
        shuffled = np.arange(7.0)
        rs.shuffle(shuffled)
        steps.append(["shuffle", [7], shuffled])
        rows = np.arange(8.0).reshape(4, 2)
        rs.shuffle(rows)
        steps.append(["shuffle rows", [4, 2], rows])
        yield {"seed": seed, "steps": [{"call": c, "args": a, "want": tensor(w)} for c, a, w in steps]}


def generator():
    for seed in (0, 1, 42, 2**40 + 7, [1, 2, 3, 4, 5, 2**33]):
        rng = np.random.default_rng(seed)
        rows = np.arange(12.0).reshape(4, 3)
        steps = [
            ["random", [[2, 3]], rng.random((2, 3))],
            ["random float32", [5], rng.random(5, dtype=np.float32)],
            ["random", [3], rng.random(3)],
            ["integers", [0, 10, 7], rng.integers(0, 10, 7)],
            ["integers", [-100000, 2**31, [5]], rng.integers(-100000, 2**31, 5)],
            ["integers", [-(2**31), 2**31, 3], rng.integers(-(2**31), 2**31, 3)],
            ["integers with endpoint", [1, 6, 9], rng.integers(1, 6, 9, endpoint=True)],
            ["integers", [-(2**30), 2**31, 20], rng.integers(-(2**30), 2**31, 20)],
            ["integers uint8", [3, 200, 11], rng.integers(3, 200, 11, dtype=np.uint8)],
            ["integers uint8", [0, 256, 6], rng.integers(0, 256, 6, dtype=np.uint8)],
            ["integers bool", [0, 2, 40], rng.integers(0, 2, 40, dtype=bool)],
            ["random", [1], rng.random(1)],
            ["uniform", [-2, 3, [4]], rng.uniform(-2, 3, 4)],
            ["standardNormal", [[3, 3]], rng.standard_normal((3, 3))],
            ["normal", [5, 0.5, [4]], rng.normal(5, 0.5, 4)],
            ["choice", [10, [6]], rng.choice(10, 6)],
            ["choice with p", [4, 30], rng.choice(4, 30, p=P)],
            ["choice without replace", [12, [2, 3]], rng.choice(12, (2, 3), replace=False)],
            ["choice without replace", [20000, 500], rng.choice(20000, 500, replace=False)],
            ["choice without replace", [20000, 300], rng.choice(20000, 300, replace=False)],
            ["choice without shuffle", [20000, 999], rng.choice(20000, 999, replace=False, shuffle=False)],
            ["choice without replace, with p", [4, 3], rng.choice(4, 3, replace=False, p=P)],
            ["choice of columns", [5], rng.choice(rows, 5, axis=1)],
            ["permutation", [10], rng.permutation(10)],
            ["permutation of columns", [], rng.permutation(rows, axis=1)],
            ["permuted", [], rng.permuted(rows)],
            ["permuted transposed", [], rng.permuted(rows.T)],
            ["permuted rows", [], rng.permuted(rows, axis=1)],
            ["permuted columns", [], rng.permuted(rows, axis=0)],
        ]
        rng.shuffle(rows, axis=1)
        steps.append(["shuffle columns", [], rows])
        name = str(seed) if isinstance(seed, int) else [str(s) for s in seed]
        yield {"seed": name, "steps": [{"call": c, "args": a, "want": tensor(w)} for c, a, w in steps]}


def million():
    """SHA-256 of a million draws as little-endian float64."""
    legacy = lambda: np.random.RandomState(SEED)
    newer = lambda: np.random.default_rng(SEED)
    draws = {
        "RandomState.rand": legacy().rand(10**6),
        "RandomState.randn": legacy().randn(10**6),
        "RandomState.randint": legacy().randint(0, 1000, 10**6),
        "RandomState.permutation": legacy().permutation(10**6),
        "Generator.random": newer().random(10**6),
        "Generator.standardNormal": newer().standard_normal(10**6),
        "Generator.integers": newer().integers(0, 1000, 10**6),
        "Generator.permutation": newer().permutation(10**6),
    }
    for name, values in draws.items():
        yield {"name": name, "sha256": hashlib.sha256(values.astype("<f8").tobytes()).hexdigest()}


write("random", list(legacy()))
write("generator", list(generator()))
write("million", list(million()))
