#!/usr/bin/env python3
"""Writes files.json beside this script: small .npy, .npz and HDF5 files as NumPy and h5py make them, in base64. Then checks
that NumPy reads what writeNpz writes (ours.npz). Needs numpy and h5py:  python3 make_files.py"""
import base64, io, json, os, warnings
import h5py
import numpy as np

warnings.simplefilter("ignore")  # version 2 and 3 headers warn that old readers do not know them


def npy(array, version=None):
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=version, allow_pickle=True)
    return base64.b64encode(out.getvalue()).decode()


def npz(save, **arrays):
    out = io.BytesIO()
    save(out, **arrays)
    return base64.b64encode(out.getvalue()).decode()


def hdf5():
    out = io.BytesIO()
    with h5py.File(out, "w") as f:
        f["labels"] = np.array([1, 0, 1], dtype="int64")
        f["big"] = np.array([2**40, -1], dtype="int64")
        f["pixels"] = np.arange(12, dtype="uint8").reshape(2, 2, 3)
        f["reals"] = np.array([[0.5, -1.5]], dtype=">f8")
        f["single"] = np.float64(3.5)
        f["classes"] = np.array([b"non-cat", b"cat"])
        f["group/inner"] = np.array([1.5, 2.5], dtype="float32")
        f.create_dataset("packed", data=np.arange(100, dtype="int32"), compression="gzip", chunks=(10,))
        f["empty"] = np.zeros((0, 3))
    return base64.b64encode(out.getvalue()).decode()


def hdf5_of(**options):
    out = io.BytesIO()
    with h5py.File(out, "w") as f:
        f.create_dataset("odd", **options)
    return base64.b64encode(out.getvalue()).decode()


A = np.array([[1, 2, 3], [4, 5, 6]])
files = {
    "float64": npy(A / 4),
    "float32": npy((A / 4).astype("float32")),
    "int32": npy(A.astype("int32")),
    "int64": npy(A.astype("int64")),
    "int64-large": npy(np.array([2**40, -(2**40)])),
    "int64-too-large": npy(np.array([2**60 + 1])),
    "int16": npy((-A).astype("int16")),
    "uint8": npy(A.astype("uint8")),
    "bool": npy(A > 3),
    "fortran": npy(np.asfortranarray(A / 4)),
    "fortran-3d": npy(np.asfortranarray(np.arange(24.0).reshape(2, 3, 4))),
    "scalar": npy(np.array(2.5)),
    "vector": npy(np.array([1.5, 2.5])),
    "empty": npy(np.zeros((0, 3))),
    "version-2": npy(A / 4, (2, 0)),
    "version-3": npy(A / 4, (3, 0)),
    "complex": npy(A * 1j),
    "big-endian": npy((A / 4).astype(">f8")),
    "text": npy(np.array(["cat", "dog"])),
    "record": npy(np.zeros(2, dtype=[("a", "f8"), ("b", "i4")])),
    "hdf5": hdf5(),
    "hdf5-bool": hdf5_of(data=A > 3),
    "hdf5-float16": hdf5_of(data=(A / 4).astype("float16")),
    "hdf5-lzf": hdf5_of(data=np.arange(100), chunks=(100,), compression="lzf"),
    "npz": npz(np.savez, W=A / 4, b=A > 3, n=np.array(7), arr_0=A.astype("float32")),
    "npz-compressed": npz(np.savez_compressed, zeros=np.zeros((100, 100)), W=A / 4),
    "npz-empty": npz(np.savez),
    "npz-objects": npz(np.savez, good=A, bad=np.array([{}, 1], dtype=object)),
    "objects": npy(np.array([{}, 1], dtype=object)),
}
made_with = f"numpy {np.__version__}, h5py {h5py.__version__}; make_files.py"
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "files.json"), "w") as f:
    json.dump({"madeWith": made_with, "files": files}, f, indent=1)
    f.write("\n")

with np.load(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ours.npz")) as ours:
    assert sorted(ours) == ["W", "b", "n", "ü"], sorted(ours)
    assert ours["W"].dtype == np.float64 and (ours["W"] == A / 4).all()
    assert ours["b"].dtype == bool and ours["b"].tolist() == [True, False]
    assert ours["n"].dtype == np.int32 and ours["n"].shape == () and ours["n"] == 7
    assert ours["ü"].dtype == np.float32 and ours["ü"].tolist() == [np.float32(0.1)]
print("files.json written; NumPy reads ours.npz")
