// The learner's process. Its main thread runs cells; a second thread receives orders, so that a cell in an endless loop
// can be stopped. Descriptor 3: orders. Descriptor 4: everything a cell produces.

import { MessageChannel, Worker } from "node:worker_threads";
import { installCells, runCell, stopCell } from "./cell.js";
import { type Order, send } from "./frames.js";
import { installOutput } from "./output.js";
import { answer, installRealm } from "./realm.js";
import { watchPrograms } from "./started.js";
import { installTraces } from "./traces.js";

type Told = Order | { op: "ping" } | { op: "stop" };

const orders = new MessageChannel();

startControl();
installTraces();
installOutput();
installRealm();
installCells();
watchPrograms();
orders.port1.on("message", obey);
send({ t: "ready" });

function startControl(): void {
  const url = new URL("./control-thread.js", import.meta.url);
  new Worker(url, { workerData: { main: orders.port2 }, transferList: [orders.port2], execArgv: [] });
}

function obey(order: Told): void {
  if (order.op === "ping") orders.port1.postMessage("pong");
  else if (order.op === "run") runCell(order);
  else if (order.op === "input") answer(order.id, order.value);
  else if (order.op === "stop") stopCell();
}
