"""Runs a notebook with nbclient: python run-notebook.py NOTEBOOK KERNEL, the executed notebook as JSON on stdout."""

import os
import sys

import nbformat
from nbclient import NotebookClient

path, kernel = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
folder = os.path.dirname(os.path.abspath(path))
client = NotebookClient(notebook, timeout=240, kernel_name=kernel, allow_errors=True, resources={"metadata": {"path": folder}})
sys.stdout.write(nbformat.writes(client.execute()))
