"""Drives kernels through jupyter_client, prints each number as it comes, and writes the table to lab/bench/RESULTS.md.

python kernel.py [KERNEL ...]: all kernels when none is named; only then is RESULTS.md written.
"""

import datetime
import pathlib
import platform
import statistics
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

NAMES = {"typescript": "ours", "tslab": "stock tslab", "python3": "ipykernel", "deno": "Deno"}
ROUNDS = 20
PATIENCE = 45  # seconds for the starts of one kernel; a slow one gets fewer than ROUNDS
TYPESCRIPT = {
    "class": "class Point{i} {{ x = 1; twice() {{ return 2 * this.x; }} }}\nnew Point{i}().twice()",
    "value": "const v{i} = {i};",
    "print": "for (let i = 0; i < {lines}; i++) console.log(i)",
    "write": "for (let i = 0; i < {lines}; i++) process.stdout.write(i + String.fromCharCode(10))",
    "worker": 'import {{ Worker }} from "node:worker_threads"; const worker = new Worker('
    '"for (let i = 0; i < {lines}; i++) console.log(i)", {{ eval: true }}); '
    'await new Promise((done) => worker.once("exit", done));',
    "import": 'import * as np{i} from "kernel-lib";',
    "function": "console.log((function () {{ const t = performance.now(); let s = 0; "
    "for (let i = 0; i < {steps}; i++) s += i % 7; return performance.now() - t; }})())",
    "top": "let t{i} = performance.now(); let s{i} = 0; for (let j = 0; j < {steps}; j++) s{i} += j % 7; "
    "console.log(performance.now() - t{i})",
}
PYTHON = {
    "class": "class Point{i}:\n    x = 1\n    def twice(self): return 2 * self.x\nPoint{i}().twice()",
    "value": "v{i} = {i}",
    "print": "for i in range({lines}): print(i)",
    "write": "import sys\nfor i in range({lines}): sys.stdout.write(f'{{i}}\\n')",
    "worker": "import threading\nworker = threading.Thread(target=lambda: [print(i) for i in range({lines})])\n"
    "worker.start(); worker.join()",
}
STEPS = {"tslab": 2_000_000}  # at its top level a step takes 280 times as long as in a function
MANY_STEPS = 200_000_000


def run(client, code, timeout=60):
    """Seconds until the kernel is idle again and what it printed; None when it fails or takes too long."""
    began = time.perf_counter()
    message = client.execute(code)
    failed, text = False, ""
    while True:
        try:
            answer = client.get_iopub_msg(timeout=timeout)
        except Exception:
            return None
        if answer["parent_header"].get("msg_id") != message:
            continue
        failed = failed or answer["msg_type"] == "error"
        if answer["msg_type"] == "stream":
            text += answer["content"]["text"]
        if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
            client.get_shell_msg(timeout=10)
            return None if failed else (time.perf_counter() - began, text)


def seconds(client, code, timeout=60):
    outcome = run(client, code, timeout)
    return outcome and outcome[0]


def median(client, make):
    times = [seconds(client, make(i)) for i in range(ROUNDS)]
    return None if None in times else statistics.median(times)


def milliseconds(value):
    return value and 1000 * value


def memory(pid):
    """Megabytes of resident memory of a process and all below it."""
    table = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid=,rss="], text=True)
    rows = [tuple(map(int, line.split())) for line in table.splitlines()]
    below = {pid}
    for _ in range(5):
        below |= {own for own, parent, _ in rows if parent in below}
    return sum(rss for own, _, rss in rows if own in below) / 1024


def starts(name):
    """Seconds until the kernel is ready, and until a first cell has run, as lists."""
    ready, first = [], []
    over = time.perf_counter() + PATIENCE
    while len(ready) < ROUNDS and time.perf_counter() < over:
        began = time.perf_counter()
        manager, client = start_new_kernel(kernel_name=name, startup_timeout=60, cwd="notebooks")
        ready.append(time.perf_counter() - began)
        first.append(ready[-1] + (seconds(client, "1 + 1") or float("inf")))
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return ready, first


def loop_ratio(client, name, codes):
    outcomes = [run(client, codes[kind].format(i=0, steps=STEPS.get(name, MANY_STEPS))) for kind in ("function", "top")]
    return None if None in outcomes else float(outcomes[1][1]) / float(outcomes[0][1])


def lines_printed(name, code):
    """Seconds for 100,000 lines in a fresh kernel (one that loses some may hang), or None unless all of them came in order."""
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=60, cwd="notebooks")
    try:
        run(client, "1 + 1")
        outcome = run(client, code.format(lines=100_000), timeout=20)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    wanted = "".join(f"{i}\n" for i in range(100_000))
    return outcome[0] if outcome and outcome[1] == wanted else None


def measure(name, note):
    codes = PYTHON if name == "python3" else TYPESCRIPT
    ready, first = starts(name)
    note("ready, s", statistics.median(ready))
    note("ready and first cell, s", statistics.median(first))
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=60, cwd="notebooks")
    try:
        run(client, "1 + 1")
        note("trivial cell, ms", milliseconds(median(client, lambda i: f"{i} + 1")))
        note("class cell, ms", milliseconds(median(client, lambda i: codes["class"].format(i=i))))
        if name in ("typescript", "tslab"):
            note("import of kernel-lib, ms", milliseconds(seconds(client, codes["import"].format(i=0))))
        note("memory, MB", memory(manager.provisioner.pid))
        for i in range(300):
            run(client, codes["value"].format(i=i))
        note("trivial cell after 300 cells, ms", milliseconds(median(client, lambda i: f"{i} + 2")))
        note("memory after 300 cells, MB", memory(manager.provisioner.pid))
        if name != "python3":
            note("top-level loop / in a function", loop_ratio(client, name, codes))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    for words, kind in {"printed lines": "print", "lines on stdout": "write", "lines of a worker": "worker"}.items():
        note(f"100,000 {words}, s", lines_printed(name, codes[kind]))


def shown(value):
    if value is None or value == "":
        return "fails" if value is None else ""
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def table(rows):
    lines = ["| | " + " | ".join(NAMES[name] for name in rows) + " |", "| --- |" + " ---: |" * len(rows)]
    for key in rows["typescript"]:
        lines.append(f"| {key} | " + " | ".join(shown(row.get(key, "")) for row in rows.values()) + " |")
    return "\n".join(lines)


def main(names):
    rows = {}
    for name in names or NAMES:
        rows[name] = {}

        def note(key, value, name=name):
            rows[name][key] = value
            print(f"{NAMES[name]:>12}  {key:<34} {shown(value)}", flush=True)

        measure(name, note)
    if not names:
        write(rows)


def write(rows):
    node = subprocess.check_output(["node", "--version"], text=True).strip()
    about = f"{datetime.date.today()}, {platform.system()} {platform.machine()}, Node {node}, Python {platform.python_version()}"
    what = f"`npm run bench:kernel`; medians of {ROUNDS}, of as many starts as fit into {PATIENCE} s; {about}."
    text = f"# Kernels side by side\n\n{what}\n\n{table(rows)}\n"
    pathlib.Path("lab/bench/RESULTS.md").write_text(text)
    print(f"\n{text}")


main(sys.argv[1:])
