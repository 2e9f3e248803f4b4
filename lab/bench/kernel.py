"""Drives kernels through jupyter_client and prints a table; the table also goes to lab/bench/RESULTS.md."""

import datetime
import pathlib
import platform
import statistics
import subprocess
import time

from jupyter_client.manager import start_new_kernel

KERNELS = ["typescript", "tslab", "python3"]
ROUNDS = 20
TYPESCRIPT = {
    "class": "class Point{i} {{ x = 1; twice() {{ return 2 * this.x; }} }}\nnew Point{i}().twice()",
    "print": "for (let i = 0; i < {lines}; i++) console.log(i)",
    "function": "(function () {{ let s = 0; for (let i = 0; i < {steps}; i++) s += i % 7; return s; }})()",
    "top": "let s{i} = 0; for (let j = 0; j < {steps}; j++) s{i} += j % 7;",
    "import": 'import * as np{i} from "kernel-lib";',
}
PYTHON = {
    "class": "class Point{i}:\n    x = 1\n    def twice(self): return 2 * self.x\nPoint{i}().twice()",
    "print": "for i in range({lines}): print(i)",
}


def run(client, code, timeout=120):
    """Seconds until the kernel is idle again after `code`, or None when it fails or takes too long."""
    began = time.perf_counter()
    message = client.execute(code)
    failed = False
    while True:
        try:
            answer = client.get_iopub_msg(timeout=timeout)
        except Exception:
            return None
        if answer["parent_header"].get("msg_id") != message:
            continue
        failed = failed or answer["msg_type"] == "error"
        if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
            client.get_shell_msg(timeout=10)
            return None if failed else time.perf_counter() - began


def median(client, make):
    times = [run(client, make(i)) for i in range(ROUNDS)]
    return None if None in times else statistics.median(times)


def memory(pid):
    """Megabytes of resident memory of a process and all below it."""
    table = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid=,rss="], text=True)
    rows = [tuple(map(int, line.split())) for line in table.splitlines()]
    below, size = {pid}, 0
    for _ in range(5):
        below |= {own for own, parent, _ in rows if parent in below}
    return sum(rss for own, _, rss in rows if own in below) / 1024


def measure(name):
    codes = PYTHON if name == "python3" else TYPESCRIPT
    began = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=60, cwd="notebooks")
    row = {"ready, s": time.perf_counter() - began}
    try:
        first = run(client, "1 + 1")
        row["ready and first cell, s"] = first and first + row["ready, s"]
        trivial = median(client, lambda i: f"{i} + 1")
        row["trivial cell, ms"] = trivial and 1000 * trivial
        classes = median(client, lambda i: codes["class"].format(i=i))
        row["class cell, ms"] = classes and 1000 * classes
        if name == "typescript":
            row["import of kernel-lib, s"] = run(client, codes["import"].format(i=0))
            loops = [run(client, codes[kind].format(i=0, steps=200_000_000)) for kind in ("function", "top")]
            row["top-level loop / in a function"] = loops[1] / loops[0] if None not in loops else None
        for i in range(300):
            run(client, f"v{i} = {i}" if name == "python3" else f"const v{i} = {i};")
        late = median(client, lambda i: f"{i} + 2")
        row["trivial cell after 300 cells, ms"] = late and 1000 * late
        row["memory after 300 cells, MB"] = memory(manager.provisioner.pid)
        row["100,000 printed lines, s"] = run(client, codes["print"].format(lines=100_000), timeout=20)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return row


def table(rows):
    names = list(rows)
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for key in rows[names[0]]:
        cells = []
        for name in names:
            value = rows[name].get(key, "")
            cells.append("fails" if value is None else value if value == "" else f"{value:.3g}")
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    rows = {name: measure(name) for name in KERNELS}
    node = subprocess.check_output(["node", "--version"], text=True).strip()
    about = f"{datetime.date.today()}, {platform.system()} {platform.machine()}, Node {node}, Python {platform.python_version()}"
    text = f"# Kernels side by side\n\n`npm run bench:kernel`; medians of {ROUNDS}; {about}.\n\n{table(rows)}\n"
    pathlib.Path("lab/bench/RESULTS.md").write_text(text)
    print(text)


main()
