// The first thing every command does: refuse a Node that is too old, in words. This file and the entry files keep
// to syntax that Node 12 can read, and import everything else only afterwards.

const oldest = [20, 19];

/**
 * What is wrong with this version of Node, in one line with the cure; empty when nothing is.
 *
 * @param {string} version - like "20.19.0"
 * @returns {string}
 */
export function nodeProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return "";
  return `Node ${version} is too old, ${oldest.join(".")} or newer is needed. Install it from https://nodejs.org`;
}

/** Ends the process with a line on stderr when Node is too old. */
export function refuseOldNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem === "") return;
  console.error(`nabla: ${problem}`);
  process.exit(1);
}
