// Declarations of the globals that the kernel gives to cells; and of WebAssembly, which TypeScript declares for browsers only.

export const globalsText = `
interface DisplayHandle {
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): void;
}
/**
 * Shows a value below the cell. Values with a method \`[Symbol.for("Jupyter.display")]\` draw themselves.
 *
 * @returns a handle: \`handle.update(value)\` shows another value in the same place
 */
declare function display(value: unknown, options?: { id?: string; update?: boolean | string }): DisplayHandle;
/** Removes what the cell has shown so far; with \`wait\`, when the next output comes. */
declare function clearOutput(wait?: boolean): void;
/** Asks the person at the notebook: \`const name = await input("Your name? ")\`. */
declare function input(prompt?: string, options?: { password?: boolean }): Promise<string>;
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  type Bytes = ArrayBufferLike | ArrayBufferView;
  class Module {
    constructor(bytes: Bytes);
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, any>;
  }
  class Memory {
    constructor(size: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  function validate(bytes: Bytes): boolean;
  function compile(bytes: Bytes): Promise<Module>;
  function instantiate(bytes: Bytes, imports?: Imports): Promise<{ module: Module; instance: Instance }>;
}
`;
