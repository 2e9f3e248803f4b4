#!/usr/bin/env node
// npx nabla-kernel install | uninstall | list: puts the kernel, with all that it needs, into a folder where every Jupyter of
// the user (or of an environment) finds it. A copy, since npx clears its own folders at will.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage = `Usage: npx nabla-kernel install [--user | --prefix DIR] [--absolute]
       npx nabla-kernel uninstall [--user | --prefix DIR]
       npx nabla-kernel list [--user | --prefix DIR]

Makes a TypeScript kernel known to Jupyter.

  --user         for this user, in every Jupyter (when nothing is said)
  --prefix DIR   for the Python environment in DIR, such as a conda environment or a .venv
  --absolute     name Node and the kernel by full paths, for front ends with a PATH of their own, such as VS Code`;

const own = dirname(fileURLToPath(import.meta.url));
const specName = "typescript";

/**
 * @param {string[]} args
 * @returns {string} what was done, in a line
 */
function main(args) {
  const { command, prefix, absolute, help } = readArguments(args);
  if (help) return usage;
  const folder = join(prefix === undefined ? userFolder() : join(prefix, "share", "jupyter"), "kernels");
  if (command === "install") return install(join(folder, specName), absolute);
  if (command === "uninstall") return uninstall(join(folder, specName));
  if (command === "list") return list(folder);
  throw new Error(`${command === undefined ? "no command" : `unknown command ${command}`}\n\n${usage}`);
}

/** @param {string[]} args */
function readArguments(args) {
  const options = /** @type {const} */ ({
    user: { type: "boolean", default: false },
    prefix: { type: "string" },
    absolute: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  });
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.user && values.prefix !== undefined) throw new Error("--user and --prefix exclude each other");
    const prefix = values.prefix === undefined ? undefined : resolve(values.prefix);
    return { command: positionals[0], prefix, absolute: values.absolute, help: values.help };
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n\n${usage}`);
  }
}

/** Where Jupyter looks for a user's kernels: https://docs.jupyter.org/en/latest/use/jupyter-directories.html */
function userFolder() {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}

/**
 * @param {string} folder
 * @param {boolean} absolute
 */
function install(folder, absolute) {
  if (!existsSync(join(own, "dist"))) throw new Error(`${own} is not built yet. Run: npm run build`);
  rmSync(folder, { recursive: true, force: true });
  const modules = join(folder, "node_modules");
  for (const [name, source] of packagesFrom(own)) copyPackage(source, join(modules, name));
  const share = join(own, "share", "kernels", specName);
  cpSync(share, folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(specification(folder, absolute), null, 2)}\n`);
  return `installed the TypeScript kernel in ${folder}`;
}

/**
 * @param {string} folder
 * @param {boolean} absolute
 */
function specification(folder, absolute) {
  const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
  const program = ["node_modules", "nabla-kernel", "main.mjs"];
  const argv = absolute
    ? [process.execPath, join(folder, ...program)]
    : ["node", `{resource_dir}/${program.join("/")}`];
  return { ...spec, argv: [...argv, "{connection_file}"], metadata: { package: "nabla-kernel" } };
}

/**
 * The package in `folder` and, transitively, all that it depends on, by name.
 *
 * @param {string} folder
 * @param {Map<string, string>} [found]
 */
function packagesFrom(folder, found = new Map()) {
  const { name, dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  found.set(name, folder);
  for (const next of Object.keys(dependencies)) {
    if (!found.has(next)) packagesFrom(packageNear(folder, next), found);
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string}
 */
function packageNear(folder, name) {
  const here = join(folder, "node_modules", name);
  if (existsSync(join(here, "package.json"))) return here;
  if (dirname(folder) === folder) throw new Error(`${name} is not installed. Run: npm install`);
  return packageNear(dirname(folder), name);
}

/**
 * Without what belongs to development or to other systems.
 *
 * @param {string} from
 * @param {string} to
 */
function copyPackage(from, to) {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true, filter: (path) => isNeeded(relative(from, path)) });
}

const systems = ["darwin", "linux", "win32"].filter((name) => name !== process.platform);
const sources = ["node_modules", "control", "execute", "language", "protocol"];

/** @param {string} path */
function isNeeded(path) {
  const [first, second] = path.split(sep);
  if (sources.includes(first) || /^\.|\.map$/.test(basename(path))) return false;
  return !(first === "build" && systems.includes(second));
}

/** @param {string} folder */
function uninstall(folder) {
  if (!isOurs(folder)) throw new Error(`there is no TypeScript kernel of ours in ${folder}`);
  rmSync(folder, { recursive: true });
  return `removed ${folder}`;
}

/** @param {string} folder */
function list(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const ours = names.map((name) => join(folder, name)).filter(isOurs);
  return ours.length === 0 ? `no TypeScript kernel of ours in ${folder}` : ours.join("\n");
}

/** @param {string} folder */
function isOurs(folder) {
  return existsSync(join(folder, "node_modules", "nabla-kernel", "package.json"));
}

try {
  console.log(main(process.argv.slice(2)));
} catch (error) {
  console.error(`nabla-kernel: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}
