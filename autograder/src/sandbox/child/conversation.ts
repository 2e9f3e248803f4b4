// Frames in turn with the judge. While a learner's function runs it is the child's turn, so a function of the test can be
// asked in between: the question answers the judge's last frame, and the judge's next one brings what the test gave.
import { Decoder } from "../../wire/decode.js";
import { Encoder } from "../../wire/encode.js";
import { type Caps, type Codec, defaultCaps } from "../../wire/format.js";
import { Answer, Ask } from "../../wire/frame.js";
import { create, defineProperty } from "../../wire/safe.js";
import { type Frame, readFrame, writeFrame } from "./pipe.js";

export interface Reply {
  readonly kind: number;
  readonly body: Uint8Array;
}

/** The judge's last frame: whatever is said next answers it. */
let last: Frame;

export function listen(): Frame {
  last = readFrame();
  return last;
}

export function say({ kind, body }: Reply): void {
  writeFrame(last, kind, body);
}

/**
 * Has the judge call a function of the test, and serves what that asks meanwhile.
 *
 * @param serve - answers a frame at once
 */
export function ask(
  id: number,
  args: readonly unknown[],
  codec: Codec,
  caps: Caps,
  serve: (frame: Frame) => Reply,
): unknown {
  const question = new Encoder(codec, defaultCaps);
  question.out.u32(id);
  question.out.u8(args.length);
  for (let i = 0; i < args.length; i++) question.write(args[i], null);
  say({ kind: Answer.callback, body: question.out.bytes() });
  for (;;) {
    const { kind, body } = listen();
    if (kind !== Ask.returned && kind !== Ask.raised) say(serve(last));
    else {
      const value = new Decoder(body, codec, caps).read();
      if (kind === Ask.returned) return value;
      throw errorOf(value as { name: string; message: string });
    }
  }
}

/** Classes of the language by name, without a prototype. */
const errors = Object.assign(create(null) as Record<string, ErrorConstructor>, {
  ...{ Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError },
});

/** An error of the same class, if it is one of the language's, with the same two words. */
function errorOf({ name, message }: { name: string; message: string }): Error {
  const error = new (errors[name] ?? errors.Error!)(message);
  if (errors[name] === undefined)
    defineProperty(error, "name", { value: name, writable: true, enumerable: false, configurable: true });
  return error;
}
