// Exercises that are classes: which they are, and what their methods are called.
import ts from "#compiler";
import type { Definition } from "./definitions.js";
import type { Method } from "./types.js";

/** The class behind a definition; null for everything else. */
export function classOf(definition: Definition | undefined): ts.ClassLikeDeclaration | null {
  const { node } = definition ?? {};
  if (!node) return null;
  if (ts.isClassDeclaration(node)) return node;
  if (!ts.isVariableDeclaration(node) || !node.initializer) return null;
  return ts.isClassExpression(node.initializer) ? node.initializer : null;
}

/** @param own - the learner's, whose parameters have the names that messages use */
export function methodsOf(reference: ts.ClassLikeDeclaration, own: ts.ClassLikeDeclaration | null): Method[] {
  const theirs = new Map(memberFunctions(own ?? reference).map((f) => [nameOf(f), f]));
  return memberFunctions(reference).map((f) => ({
    name: nameOf(f),
    params: paramsOf(theirs.get(nameOf(f)) ?? f),
    isAsync: isAsync(f) || isAsync(theirs.get(nameOf(f)) ?? f),
  }));
}

/** Names of the learner's methods that are async where the reference's are not. */
export function asyncMethods(
  reference: ts.ClassLikeDeclaration | null,
  own: ts.ClassLikeDeclaration | null,
): string[] {
  if (!reference || !own) return [];
  const due = memberFunctions(reference).filter((f) => !isAsync(f));
  const names = new Set(due.map(nameOf));
  return memberFunctions(own)
    .filter((f) => isAsync(f) && names.has(nameOf(f)))
    .map(nameOf);
}

function isAsync(f: MemberFunction): boolean {
  return (ts.getModifiers(f as ts.MethodDeclaration) ?? []).some((m) => m.getText() === "async");
}

type MemberFunction = ts.MethodDeclaration | ts.ConstructorDeclaration;

function memberFunctions({ members }: ts.ClassLikeDeclaration): MemberFunction[] {
  return members.filter((m) => ts.isMethodDeclaration(m) || ts.isConstructorDeclaration(m));
}

function nameOf(f: MemberFunction): string {
  return ts.isConstructorDeclaration(f) ? "constructor" : f.name.getText();
}

function paramsOf({ parameters }: MemberFunction): string[] {
  return parameters.map((p) => p.name.getText());
}
