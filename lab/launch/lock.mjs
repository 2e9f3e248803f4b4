// One set-up at a time in a clone: two `npm start` side by side would delete each other's half-made folders.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { say, scratch } from "./common.mjs";

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [folder] - where the lock lies
 * @returns {Promise<T>}
 */
export async function alone(work, folder = scratch) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "setup.lock");
  for (let told = false; !take(file); told = true) {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
    else if (!told) say(`another set-up is at work here (process ${holder ?? "unknown"}), waiting for it`);
    await pause(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
