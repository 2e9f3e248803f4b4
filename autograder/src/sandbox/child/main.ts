// The child: one Deno process without permissions that runs a learner's functions and answers the judge. It holds no
// expected value, no test and no reference solution of the function it runs. See serve.ts for what it answers.
import { deno } from "./deno-globals.js";
import { scrubGlobals } from "./scrub.js";
import { serve } from "./serve.js";

// A promise that nobody awaits is the learner's affair, as in a notebook; it must not end the process.
const target = globalThis as unknown as EventTarget;
target.addEventListener("unhandledrejection", (event) => event.preventDefault());
const exit = deno.exit;
scrubGlobals();
void serve().catch(() => exit(70));
