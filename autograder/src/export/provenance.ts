// What a mark was made of: enough to make it again, and to see that two marks were made alike.
import type { Result } from "../result.js";

export function provenance({
  assignment,
  suite,
  notebook,
  seed,
  versions,
  layers,
}: Result): Record<string, string> {
  return {
    assignment: `${assignment.id} ${assignment.version}`,
    suite_sha256: suite,
    submission_sha256: notebook.sha256,
    seed: String(seed),
    autograder: versions.autograder,
    kernel_lib: versions.kernelLib,
    node: versions.node,
    deno: layers.deno,
    layers: [
      "deno",
      ...(layers.bubblewrap ? ["bubblewrap"] : []),
      ...(layers.seccomp ? ["seccomp"] : []),
      ...(layers.rlimits ? ["rlimits"] : []),
    ].join(" "),
  };
}
