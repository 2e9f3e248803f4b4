// The learner's process. Its main thread runs cells; a second thread receives orders, so that a cell in an endless loop
// can be stopped. Descriptor 3: orders. Descriptor 4: everything a cell produces.

import module from "node:module";
import { pathToFileURL } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import { installCells, runCell, stopCell } from "./cell.js";
import { type Order, send } from "./frames.js";
import * as hooks from "./import-hooks.js";
import { installOutput } from "./output.js";
import { answer, installRealm } from "./realm.js";
import { installTraces } from "./traces.js";

type Told = Order | { op: "ping" } | { op: "stop" };

const orders = new MessageChannel();
const modules = new MessageChannel();

installTraces();
installOutput();
installRealm();
installCells();
startHooks();
startControl();
orders.port1.on("message", obey);
send({ t: "ready" });

function startHooks(): void {
  const data = { notebookUrl: pathToFileURL(`${process.cwd()}/cell.ts`).href, modules: modules.port2 };
  if (module.registerHooks === undefined) {
    const transferList = [modules.port2];
    module.register("./import-hooks.js", { parentURL: import.meta.url, data, transferList });
    return;
  }
  hooks.initialize(data);
  module.registerHooks(hooks);
}

function startControl(): void {
  const url = new URL("./control-thread.js", import.meta.url);
  new Worker(url, { workerData: { main: orders.port2 }, transferList: [orders.port2] });
}

function obey(order: Told): void {
  if (order.op === "ping") orders.port1.postMessage("pong");
  else if (order.op === "run") {
    if (order.files.length > 0) modules.port1.postMessage(order.files);
    runCell(order);
  } else if (order.op === "input") answer(order.id, order.value);
  else if (order.op === "stop") stopCell();
}
