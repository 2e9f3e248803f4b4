"""Runs JupyterLab for lab/launch/server.mjs: with its arguments, and no longer than the launcher lives."""

import os
import sys
import threading

import jupyterlab.commands


def stop_with_launcher():
    """The launcher holds the other end of stdin: however it ends, the server shuts its kernels down and ends too."""
    from jupyter_server.serverapp import ServerApp

    while os.read(sys.stdin.fileno(), 4096):
        pass
    ServerApp.instance().stop(from_signal=True)


# JupyterLab starts yarn each time (0.4 s) to learn the registry of an extension manager that is read-only here.
jupyterlab.commands._yarn_config = lambda logger: {"yarn config": {}, "npm config": {}}

if __name__ == "__main__":
    from jupyterlab.labapp import main

    threading.Thread(target=stop_with_launcher, daemon=True).start()
    sys.exit(main())
