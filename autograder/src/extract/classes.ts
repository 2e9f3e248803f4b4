// Exercises that are classes: which they are, and what their methods are called.
import ts from "typescript";
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

/** @param reference - says which are async; @param own - the learner's, whose parameters have the names that messages use */
export function methodsOf(reference: ts.ClassLikeDeclaration, own: ts.ClassLikeDeclaration | null): Method[] {
  const theirs = new Map(memberFunctions(own ?? reference).map((f) => [nameOf(f), paramsOf(f)]));
  return memberFunctions(reference).map((f) => ({
    name: nameOf(f),
    params: theirs.get(nameOf(f)) ?? paramsOf(f),
    isAsync: (ts.getModifiers(f as ts.MethodDeclaration) ?? []).some((m) => m.getText() === "async"),
  }));
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
