"""How the golden files are written: numbers as the bit patterns of float64 (hexadecimal, big-endian)."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np

FOLDER = Path(sys.argv[1])
SEED = 20260101
LONG = 24  # results with more elements are kept as the SHA-256 of their bit patterns


def bits(x):
    """Bit patterns of all elements, row by row, as one string of 16 hexadecimal digits each."""
    return np.ascontiguousarray(x, dtype=">f8").tobytes().hex()


def tensor(x):
    x = np.asarray(x)
    names = {"float64": "float64", "float32": "float32", "bool": "bool", "uint8": "uint8"}
    dtype = names.get(x.dtype.name, "int32")
    pattern = bits(x.astype(np.float64))
    if x.size > LONG:
        return {"dtype": dtype, "shape": list(x.shape), "sha256": hashlib.sha256(pattern.encode()).hexdigest()}
    return {"dtype": dtype, "shape": list(x.shape), "bits": pattern}


def whole(x):
    """Like tensor, but with all elements however many there are: for inputs."""
    return tensor(x) | {"bits": bits(np.asarray(x).astype(np.float64))}


def write(name, cases, **about):
    head = json.dumps({"numpy": np.__version__, "seed": SEED, **about})
    lines = ",\n".join(json.dumps(case) for case in cases)
    (FOLDER / f"{name}.json").write_text(f'{head[:-1]}, "cases": [\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{name}.json: {len(cases)} cases")
