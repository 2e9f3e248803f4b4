"""What the golden files of calls have in common: the inputs, and how a result is written.

An input is a pattern of awkward values in a shape and a layout. Each case says a call as JSON, in which "$x" stands for the
input; `results` holds for each input, in order, a digest of what NumPy gives, or "error" where NumPy refuses.
"""

import hashlib
import json
import sys
import warnings
from pathlib import Path

import numpy as np

FOLDER = Path(sys.argv[1])
nan, inf = np.nan, np.inf

PALETTES = {
    "float64": [0.0, -0.0, 1.5, -2.25, nan, inf, -inf, 5e-324, -5e-324, 1.7e308, 2.5, -0.5, 3.0, 0.1, 1e-310, -7.0, 1.5],
    "float32": [0.0, -0.0, 1.5, -2.25, nan, inf, -inf, 1e-45, -1e-45, 3.4e38, 2.5, -0.5, 3.0, 0.1, 1e-40, -7.0, 1.5],
    "int32": [0, 1, -1, 7, -8, 2147483647, -2147483648, 3, 100, -100, 7],
    "uint8": [0, 1, 255, 128, 127, 7, 7],
    "bool": [1, 0, 0, 1, 1],
}
FINITE = PALETTES | {
    "float64": [0.0, 1.5, -2.25, 1e-300, 5e-324, 2.5, -0.5, 1e10, 0.1, -7.0, 1.5],
    "float32": [0.0, 1.5, -2.25, 1e-30, 1e-45, 2.5, -0.5, 1e10, 0.1, -7.0, 1.5],
    "int32": [0, 1, -1, 7, -8, 3, 100, -100, 7, 60000],
}

# (shape, view): a prime or empty or single number of elements, and every kind of layout.
LAYOUTS = [
    [[], "plain"], [[0], "plain"], [[1], "plain"], [[7], "plain"], [[7], "backwards"], [[7], "every second"],
    [[2, 3], "plain"], [[2, 3], "transposed"], [[3, 0], "plain"], [[5, 7], "plain"], [[5, 7], "steps"], [[5, 7], "transposed"],
    [[2, 3, 4], "plain"], [[2, 3, 4], "transposed"], [[2, 3, 4], "swapped"], [[1, 4], "stretched"],
]  # fmt: skip

VIEWS = {
    "plain": lambda x: x,
    "backwards": lambda x: x[::-1],
    "every second": lambda x: x[::2],
    "transposed": lambda x: x.T,
    "steps": lambda x: x[::2, ::-3],
    "swapped": lambda x: np.swapaxes(x, 0, 1),
    "stretched": lambda x: np.broadcast_to(x, (3, 4)),
}


def pattern(palette, shape, dtype):
    size = int(np.prod(shape))
    values = np.array(palette[dtype], dtype=np.float64)[(5 * np.arange(size) + 2) % len(palette[dtype])]
    return values.astype(dtype).reshape(shape)


def inputs(palette, dtypes):
    for dtype in dtypes:
        for shape, view in LAYOUTS:
            yield VIEWS[view](pattern(palette, shape, dtype))


def our_dtype(x):
    """int64 and the like are int32 here, float16 is float64."""
    name = np.asarray(x).dtype.name
    return name if name in PALETTES else "float64" if name.startswith("float") else "int32"


def described(result):
    """dtype(shape)bits of a tensor; several tensors one after the other."""
    if isinstance(result, (list, tuple)):
        return ";".join(described(one) for one in result)
    x = np.asarray(result)
    values = np.ascontiguousarray(x, dtype=np.float64)
    values = np.where(np.isnan(values), nan, values).astype(">f8")  # NaN has many bit patterns
    return f"{our_dtype(x)}({','.join(map(str, x.shape))}){values.tobytes().hex()}"


def digest(call, x):
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result = call(x)
    except (ValueError, IndexError, TypeError, OverflowError):
        return "error"
    return hashlib.sha256(described(result).encode()).hexdigest()[:12]


def write_calls(name, calls, palette=PALETTES, dtypes=tuple(PALETTES)):
    """calls: (our function, our arguments, NumPy's way)."""
    about = {
        "numpy": np.__version__,
        "layouts": LAYOUTS,
        "palettes": {dtype: np.array(palette[dtype], dtype=">f8").tobytes().hex() for dtype in dtypes},
    }
    lines = []
    for function, arguments, call in calls:
        results = [digest(call, x) for x in list(inputs(palette, dtypes)) or [None]]  # [None]: calls without input
        lines.append(json.dumps({"call": function, "args": arguments, "results": " ".join(results)}))
    text = f'{json.dumps(about)[:-1]}, "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{name}.json: {len(lines)} calls, {len(text)} characters")
