// The TypeScript compiler as a CommonJS module that Node does not search for names: an `import` of typescript itself has its 9 MB
// read for what they export, half a second of CPU at every judge's start.
const ts = require("typescript");
module.exports = ts;
