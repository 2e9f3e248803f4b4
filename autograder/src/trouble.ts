// An error for the person at the command line: what is wrong, then the cure. Printed as one line, without a stack.

export class Trouble extends Error {
  override name = "Trouble";

  constructor(what: string, cure?: string, options?: ErrorOptions) {
    super(cure ? `${what}; ${cure}` : what, options);
  }
}

/** Not the notebook's fault: an assignment that its author has to mend before anybody is graded by it. */
export class BrokenAssignment extends Trouble {
  override name = "BrokenAssignment";
}
