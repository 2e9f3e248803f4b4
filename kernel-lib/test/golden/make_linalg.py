"""Writes linalg.json: np.linalg over seeded matrices. Numbers in full; they agree to a tolerance, not in every bit."""

import json

import numpy as np

from helpers import FOLDER, SEED

ORDS = [None, "fro", "nuc", 1, 2, -1, -2, "inf", "-inf"]
VECTOR_ORDS = [None, 0, 1, 2, 3, 0.5, -1, "inf", "-inf"]


def as_ord(ord):
    return float(ord) if ord in ("inf", "-inf") else ord


def listed(x):
    return np.asarray(x).tolist()


def general(rs, n, m):
    A = rs.randn(n, m)
    U, S, Vh = np.linalg.svd(A)
    Q, R = np.linalg.qr(A)
    norms = [float(np.linalg.norm(A, as_ord(o))) for o in ORDS]
    rows = [listed(np.linalg.norm(A, as_ord(o), axis=1)) for o in VECTOR_ORDS]
    b = rs.randn(n)
    x, residuals, rank, s = np.linalg.lstsq(A, b, rcond=None)
    results = {"S": S, "Q": Q, "R": R, "pinv": np.linalg.pinv(A), "x": x, "residuals": residuals}
    return {"norms": norms, "rows": rows, "rank": int(rank)} | {k: listed(v) for k, v in results.items()}


def square(rs, n):
    A = rs.randn(n, n)
    B = rs.randn(n, 2)
    symmetric = A + A.T
    definite = A @ A.T + np.eye(n)
    results = {"det": np.linalg.det(A), "inv": np.linalg.inv(A), "x": np.linalg.solve(A, B)}
    results |= {"eigenvalues": np.linalg.eigvalsh(symmetric), "cholesky": np.linalg.cholesky(definite)}
    return {k: listed(v) for k, v in results.items()}


cases = [{"kind": "general", "shape": [n, m]} | general(np.random.RandomState(SEED), n, m)
         for n, m in [(1, 1), (2, 2), (3, 2), (2, 3), (5, 5), (8, 3), (3, 8), (7, 1), (1, 6)]]  # fmt: skip
cases += [{"kind": "square", "shape": [n, n]} | square(np.random.RandomState(SEED), n) for n in (1, 2, 3, 5, 8)]
about = json.dumps({"numpy": np.__version__, "seed": SEED, "ords": ORDS, "vectorOrds": VECTOR_ORDS})
text = f'{about[:-1]}, "cases": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]}\n"
(FOLDER / "linalg.json").write_text(text, encoding="utf-8")
print(f"linalg.json: {len(cases)} cases, {len(text)} characters")
