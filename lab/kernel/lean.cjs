// TypeScript's compiler, so that V8 can let go of a program as soon as the next one takes its place.
//
// An object with a getter has a hidden class of its own, which holds the getter and all that it can see until the next full
// collection. The compiler writes one such object into every checker and one into every emit, so each cell's whole
// program would live that long: collections would be half of a cell's time. Here the first object is made once, and the
// second has plain properties. A compiler that reads otherwise is left as it is: right, only slower.

/** @type {{ from: string, to: string, change: (text: string) => string | undefined }[]} */
const edits = [
  {
    from: "function createTypeChecker(host) {",
    to: "  var anyIterationTypes = ",
    change: (text) => {
      const made = /^ *var noIterationTypes = \{[\s\S]*?^ {2}\};\n/m.exec(text)?.[0];
      return made && made + text.replace(made, "");
    },
  },
  {
    from: "function transformNodes(",
    to: "\nfunction ",
    change: (text) => {
      const hooks = /^ *get onSubstituteNode\(\)[\s\S]*?(?=^ *addDiagnostic\()/m.exec(text)?.[0];
      const plain = "    onSubstituteNode: noEmitSubstitution,\n    onEmitNode: noEmitNotification,\n";
      return (
        hooks &&
        text.replace(hooks, plain).replace(/(?<=&& |^ +)on(?:Substitute|Emit)Node\(hint/gm, "context.$&")
      );
    },
  },
];

/** @param {string} source - the compiler's */
module.exports = function lean(source) {
  return edits.reduce((text, { from, to, change }) => {
    const start = text.indexOf(from);
    const end = text.indexOf(to, start + 1);
    const changed = start >= 0 && end > start && change(text.slice(start, end));
    return changed ? text.slice(0, start) + changed + text.slice(end) : text;
  }, source);
};
