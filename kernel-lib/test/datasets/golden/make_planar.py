#!/usr/bin/env python3
"""Writes planar.json beside this script: points and classes as scikit-learn and NumPy's RandomState make them.
Needs numpy and scikit-learn:  python3 make_planar.py"""
import json, os
import numpy as np
import sklearn
from sklearn import datasets


def flower(m, seed):
    """The petals written down from their formula, r = 4 sin 4t; angles are drawn before radii, class 0 before class 1."""
    random = np.random.RandomState(seed)
    n = m // 2
    petals = []
    for label in (0, 1):
        t = np.linspace(label * 3.12, (label + 1) * 3.12, n) + random.randn(n) * 0.2
        r = 4 * np.sin(4 * t) + random.randn(n) * 0.2
        petals.append(np.column_stack([r * np.sin(t), r * np.cos(t)]))
    return np.vstack(petals), np.repeat([0, 1], n)


def blobs(classes, **options):
    X, y = datasets.make_blobs(n_features=2, **options)
    return X, y % classes


def case(maker, options, made):
    X, y = made
    return {"maker": maker, "options": options, "X": X.T.tolist(), "Y": [y.tolist()]}


cases = [
    case("makeFlower", {}, flower(400, 1)),
    case("makeFlower", {"m": 21, "seed": 7}, flower(21, 7)),
    case("makeCircles", {}, datasets.make_circles(n_samples=200, factor=0.5, noise=0.3, random_state=1)),
    case("makeCircles", {"m": 11, "noise": 0.1, "factor": 0.8, "seed": 4},
         datasets.make_circles(n_samples=11, factor=0.8, noise=0.1, random_state=4)),
    case("makeMoons", {}, datasets.make_moons(n_samples=200, noise=0.2, random_state=1)),
    case("makeMoons", {"m": 9, "noise": 0, "seed": 2}, datasets.make_moons(n_samples=9, noise=0, random_state=2)),
    case("makeBlobs", {}, blobs(2, n_samples=200, centers=6, random_state=5)),
    case("makeBlobs", {"m": 17, "centers": 3, "std": 0.5, "classes": 3, "seed": 0},
         blobs(3, n_samples=17, centers=3, cluster_std=0.5, random_state=0)),
    case("makeGaussianQuantiles", {},
         datasets.make_gaussian_quantiles(cov=0.5, n_samples=200, n_features=2, n_classes=2, random_state=1)),
    case("makeGaussianQuantiles", {"m": 20, "cov": 2, "classes": 3, "seed": 9},
         datasets.make_gaussian_quantiles(cov=2, n_samples=20, n_features=2, n_classes=3, random_state=9)),
]
made_with = f"numpy {np.__version__}, scikit-learn {sklearn.__version__}; make_planar.py"
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "planar.json"), "w") as f:
    json.dump({"madeWith": made_with, "cases": cases}, f)
    f.write("\n")
