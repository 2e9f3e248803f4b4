"""Jupyter's own test suite for kernels, with samples in TypeScript for every feature it knows."""

import unittest

import jupyter_kernel_test


class TypeScriptKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "typescript"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("oh")'
    code_generate_error = 'throw new Error("oh")'
    code_inspect_sample = "Math.hypot"
    code_page_something = "Math.hypot?"
    completion_samples = [
        {"text": "Math.hyp", "matches": {"hypot"}},
        {"text": "[1].flatM", "matches": {"flatMap"}},
        {"text": "nothingHere.", "matches": set()},
    ]
    complete_code_samples = ["1 + 1", "function f() {}", "const s = `a\nb`", "// a comment"]
    incomplete_code_samples = ["function f() {", "const s = `a", "[1,", "/* a comment"]
    invalid_code_samples = ["const = 3", "1 + )", "}"]
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "'ab'"},
        {"code": "await Promise.resolve([1, 2])", "result": "[ 1, 2 ]"},
    ]
    code_display_data = [
        {"code": 'display({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>b</b>" }) });', "mime": "text/html"},
        {"code": "display(1)", "mime": "text/plain"},
    ]
    code_clear_output = "clearOutput()"
    code_history_pattern = "6 ?*7"
    supported_history_operations = ("tail", "range", "search")


class TypeScriptWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "typescript"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
