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
LOOP_PAIRS = 7
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
NAP = "const g = globalThis as any; g.n = 0; const nap = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));"
WASM = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11"
LOOPS = {  # what is interrupted, and what stands before it
    "typescript": {
        "loop": (NAP, "for (;;) g.n++;"),
        "loop with awaits": (NAP, "for (;;) { g.n++; await nap(1); }"),
        "loop after an await": (NAP, "await nap(1); for (;;) g.n++;"),
        "microtasks": (NAP, "for (;;) { g.n++; await null; }"),
        "Atomics.wait": (NAP, "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
        "WebAssembly": (
            NAP,
            f"(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([{WASM}]))).exports.f as any)();",
        ),
        "BLAS": (
            NAP + 'import * as np from "kernel-lib"; const A = np.ones([6000, 6000]);',
            "for (;;) np.matmul(A, A).get(0, 0);",
        ),
    },
    "python3": {
        "loop": ("n = 0", "while True: n += 1"),
        "loop with awaits": ("n = 0; import asyncio", "while True: await asyncio.sleep(0.001)"),
        "loop after an await": ("n = 0; import asyncio", "await asyncio.sleep(0.001)\nwhile True: n += 1"),
        "sleep": ("n = 0; import time", "time.sleep(1e6)"),
    },
}
COUNT = {"typescript": "console.log(g.n)", "python3": "print(n)"}
INTERRUPTS = 10  # of each kind
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
    """The median of some pairs: a single one says more about the machine's mood."""
    ratios = []
    for i in range(LOOP_PAIRS):
        outcomes = [run(client, codes[kind].format(i=i, steps=STEPS.get(name, MANY_STEPS))) for kind in ("function", "top")]
        if None in outcomes:
            return None
        ratios.append(float(outcomes[1][1]) / float(outcomes[0][1]))
    return statistics.median(ratios)


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


def interrupts(name):
    """How many interrupts were obeyed within 2 s, with the variables still there and nothing running on; and the slowest."""
    language = "python3" if name == "python3" else "typescript"
    loops = LOOPS[language]
    times = []
    for before, code in loops.values():
        manager, client = start_new_kernel(kernel_name=name, startup_timeout=60, cwd="notebooks")
        try:
            usable = run(client, before) is not None
            for _ in range(INTERRUPTS if usable else 0):
                took = seconds_to_stop(manager, client, code, COUNT[language])
                if took is None:
                    break  # what does not stop once is not asked again
                times.append(took)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return f"{len(times)} of {INTERRUPTS * len(loops)}", max(times, default=None)


def seconds_to_stop(manager, client, code, count):
    message = client.execute(code)
    time.sleep(0.3)
    began = time.perf_counter()
    manager.interrupt_kernel()
    while (left := began + 2 - time.perf_counter()) > 0:
        try:
            answer = client.get_iopub_msg(timeout=left)
        except Exception:
            return None
        idle = answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle"
        if idle and answer["parent_header"].get("msg_id") == message:
            took = time.perf_counter() - began
            client.get_shell_msg(timeout=10)
            first = run(client, count, timeout=2)
            time.sleep(0.05)
            return took if first and first[1] == (run(client, count, timeout=2) or ["", ""])[1] else None
    return None


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
    obeyed, slowest = interrupts(name)
    note("interrupts obeyed within 2 s", obeyed)
    note("slowest of these, s", slowest)


def shown(value):
    if value is None or isinstance(value, str):
        return "fails" if value is None else value
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
