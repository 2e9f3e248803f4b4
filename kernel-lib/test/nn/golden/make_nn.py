"""Writes network.json: a small network trained by plain NumPy, formula by formula. Run: python make_nn.py > network.json"""

import json

import numpy as np

DIMS = [6, 5, 3, 1]
M = 8
STEPS = 4
RATE = 0.3


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def train(parameters, X, Y):
    L = len(DIMS) - 1
    costs, first = [], None
    for _ in range(STEPS):
        A, Z = [X], [None]
        for l in range(1, L + 1):
            Z.append(parameters[f"W{l}"] @ A[-1] + parameters[f"b{l}"])
            A.append(sigmoid(Z[-1]) if l == L else np.maximum(0, Z[-1]))
        costs.append(float(-np.sum(Y * np.log(A[L]) + (1 - Y) * np.log(1 - A[L])) / M))
        dA = -(Y / A[L] - (1 - Y) / (1 - A[L]))
        grads = {}
        for l in range(L, 0, -1):
            dZ = dA * sigmoid(Z[l]) * (1 - sigmoid(Z[l])) if l == L else dA * (Z[l] > 0)
            grads[f"dW{l}"] = dZ @ A[l - 1].T / M
            grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / M
            dA = parameters[f"W{l}"].T @ dZ
        first = first or {name: slope.tolist() for name, slope in grads.items()}
        parameters = {name: value - RATE * grads["d" + name] for name, value in parameters.items()}
    return costs, first, parameters


def deep(seed):
    random = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(DIMS)):
        parameters[f"W{l}"] = random.randn(DIMS[l], DIMS[l - 1]) / np.sqrt(DIMS[l - 1])
        parameters[f"b{l}"] = np.zeros((DIMS[l], 1))
    return parameters


data = np.random.RandomState(7)
X = data.randn(DIMS[0], M)
Y = (data.rand(1, M) > 0.5).astype(float)
start = deep(3)
costs, grads, end = train(start, X, Y)
as_lists = lambda record: {name: value.tolist() for name, value in record.items()}
print(
    json.dumps(
        {
            "program": f"make_nn.py, NumPy {np.__version__}, seeds 7 (data) and 3 (weights)",
            "dims": DIMS,
            "steps": STEPS,
            "rate": RATE,
            "X": X.tolist(),
            "Y": Y.tolist(),
            "start": as_lists(start),
            "costs": costs,
            "grads": grads,
            "end": as_lists(end),
        },
        indent=1,
    )
)
