// How far a class is: one line that is rewritten on a terminal, a plain line now and then elsewhere.

export interface ProgressOptions {
  readonly total: number;
  readonly isTTY: boolean;
  write(text: string): void;
  /** Milliseconds of a clock that does not jump. */
  now(): number;
}

const plainEveryMs = 10_000;
const ttyEveryMs = 100;

export class Progress {
  readonly #options: ProgressOptions;
  readonly #started: number;
  #said: number;
  #done = 0;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#started = this.#said = options.now();
    if (options.isTTY && options.total > 0) this.#say(this.#line());
  }

  /** One more record has landed. */
  step(): void {
    const { now, isTTY } = this.#options;
    this.#done++;
    if (now() - this.#said < (isTTY ? ttyEveryMs : plainEveryMs)) return;
    this.#said = now();
    this.#say(this.#line());
  }

  /** Takes the live line away, for what comes after it. */
  end(): void {
    if (this.#options.isTTY && this.#options.total > 0) this.#options.write("\r\u001b[K");
  }

  #line(): string {
    const { total, now } = this.#options;
    const minutes = (now() - this.#started) / 60_000;
    const count = `graded ${this.#done}/${total}`;
    if (this.#done === 0 || minutes === 0) return count;
    const rate = this.#done / minutes;
    return `${count}, ${Math.round(rate)} a minute, ${duration((60 * (total - this.#done)) / rate)} left`;
  }

  #say(line: string): void {
    this.#options.write(this.#options.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }
}

/** "45 s", "3 min 20 s", "2 h 5 min" */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
