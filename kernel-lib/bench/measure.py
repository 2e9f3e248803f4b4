"""The workloads of measure.ts in NumPy, measured alike: a line of input, the milliseconds of a round and a workload's name, is
answered with the milliseconds per call; with --memory one JSON record, workload -> MB of memory."""

import json
import math
import resource
import sys
import time

import numpy as np

WARM_UP_S = 0.1


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def compute_cost(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


def logistic():
    X, Y = np.random.rand(12288, 209), (np.random.rand(1, 209) > 0.6).astype(float)
    p = {"w": np.zeros((12288, 1)), "b": 0.0}

    def step():
        m = X.shape[1]
        A = sigmoid(np.dot(p["w"].T, X) + p["b"])
        cost = compute_cost(A, Y)
        dZ = A - Y
        dw = np.dot(X, dZ.T) / m
        p["w"] = p["w"] - 0.0005 * dw
        p["b"] = p["b"] - 0.0005 * np.sum(dZ) / m
        return cost

    return step


def planar(m=400):
    X, Y = np.random.randn(2, m), (np.random.rand(1, m) > 0.5).astype(float)
    p = {
        "W1": np.random.randn(4, 2) * 0.01,
        "b1": np.zeros((4, 1)),
        "W2": np.random.randn(1, 4) * 0.01,
        "b2": np.zeros((1, 1)),
    }

    def step():
        A1 = np.tanh(np.dot(p["W1"], X) + p["b1"])
        A2 = sigmoid(np.dot(p["W2"], A1) + p["b2"])
        cost = compute_cost(A2, Y)
        dZ2 = A2 - Y
        dW2 = np.dot(dZ2, A1.T) / m
        db2 = np.sum(dZ2, axis=1, keepdims=True) / m
        dZ1 = np.dot(p["W2"].T, dZ2) * (1 - np.power(A1, 2))
        dW1 = np.dot(dZ1, X.T) / m
        db1 = np.sum(dZ1, axis=1, keepdims=True) / m
        p["W1"] = p["W1"] - 1.2 * dW1
        p["b1"] = p["b1"] - 1.2 * db1
        p["W2"] = p["W2"] - 1.2 * dW2
        p["b2"] = p["b2"] - 1.2 * db2
        return cost

    return step


def l_layer():
    dims = [12288, 20, 7, 5, 1]
    X, Y = np.random.rand(12288, 209), (np.random.rand(1, 209) > 0.6).astype(float)
    L = len(dims) - 1
    W = [np.random.randn(dims[l + 1], dims[l]) / math.sqrt(dims[l]) for l in range(L)]
    b = [np.zeros((dims[l + 1], 1)) for l in range(L)]

    def relu_backward(dA, Z):
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
        return dZ

    def sigmoid_backward(dA, Z):
        s = sigmoid(Z)
        return dA * s * (1 - s)

    def step():
        A, Z = [X], []
        for l in range(L):
            Z.append(np.dot(W[l], A[l]) + b[l])
            A.append(sigmoid(Z[l]) if l == L - 1 else np.maximum(0, Z[l]))
        cost = compute_cost(A[L], Y)
        dA = -(np.divide(Y, A[L]) - np.divide(1 - Y, 1 - A[L]))
        for l in reversed(range(L)):
            dZ = (sigmoid_backward if l == L - 1 else relu_backward)(dA, Z[l])
            dW = np.dot(dZ, A[l].T) / X.shape[1]
            db = np.sum(dZ, axis=1, keepdims=True) / X.shape[1]
            dA = np.dot(W[l].T, dZ)
            W[l] = W[l] - 0.0075 * dW
            b[l] = b[l] - 0.0075 * db
        return cost

    return step


def product(m, k, n, transposed=False):
    def make():
        A = np.random.randn(k, m).T if transposed else np.random.randn(m, k)
        B = np.random.randn(k, n)
        return lambda: np.matmul(A, B)

    return make


def single_product(n):
    def make():
        A = np.random.randn(n, n).astype("float32")
        B = np.random.randn(n, n).astype("float32")
        return lambda: np.matmul(A, B)

    return make


def each(f):
    def make():
        x = np.random.uniform(0.01, 4, 1_000_000)
        return lambda: f(x)

    return make


WORKLOADS = {
    "import alone": lambda: lambda: 0,
    "logistic": logistic,
    "planar": planar,
    "lLayer": l_layer,
    "planar, m = 1000": lambda: planar(1000),
    "planar, m = 10000": lambda: planar(10_000),
    "planar, m = 100000": lambda: planar(100_000),
    "matmul 512x512x512": product(512, 512, 512),
    "matmul 512x512x512, A.T": product(512, 512, 512, True),
    "matmul 20x12288x209": product(20, 12288, 209),
    "matmul 12288x20x209, A.T": product(12288, 20, 209, True),
    "matmul 1x12288x209": product(1, 12288, 209),
    "matmul 12288x209x1": product(12288, 209, 1),
    "matmul 4x2x400": product(4, 2, 400),
    "matmul 512x512x512, float32": single_product(512),
    "exp 1e6": each(np.exp),
    "log 1e6": each(np.log),
    "tanh 1e6": each(np.tanh),
    "sigmoid 1e6": each(sigmoid),
    "add 1e6": each(lambda x: x + x),
    "sum 1e6": each(np.sum),
}


def timed(work, calls):
    start = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - start) / calls


def warm_up(work):
    end, calls = time.perf_counter() + WARM_UP_S, 0
    while time.perf_counter() < end:
        work()
        calls += 1
    return calls


def prepare(work, round_s):
    calls = max(1, math.ceil(round_s / timed(work, warm_up(work))))
    return lambda: timed(work, calls) * 1000


def answer_rounds():
    current = None
    for line in sys.stdin:
        round_ms, name = line.strip().split(" ", 1)
        if name != current:
            current, one_round = name, prepare(WORKLOADS[name](), int(round_ms) / 1000)
        print(one_round(), flush=True)


def peak_memory(work):
    for _ in range(500):
        work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB, on macOS bytes
    peak /= 1024 * 1024 if sys.platform == "darwin" else 1024
    return {"peak": peak, "own": peak - file_pages()} if sys.platform == "linux" else {"peak": peak}


def file_pages():
    """MB of executables and libraries."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("RssFile"))


np.random.seed(1)
if "--memory" in sys.argv:
    print(json.dumps(peak_memory(WORKLOADS[sys.argv[-1]]())))
else:
    answer_rounds()
