"""Runs a notebook in place with nbclient: python run-notebook.py NOTEBOOK KERNEL."""

import os
import sys

import nbformat
from nbclient import NotebookClient

path, kernel = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
folder = os.path.dirname(os.path.abspath(path))
client = NotebookClient(notebook, timeout=300, kernel_name=kernel, allow_errors=True, resources={"metadata": {"path": folder}})
nbformat.write(client.execute(), path)
