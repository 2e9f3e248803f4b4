// The release step's face.

export { notebookWith, releaseNotebook, solvedNotebook } from "./notebook.js";
export { type PercentCell, parsePercent, type Role } from "./percent.js";
export { assignmentIds, releasedFiles, staleFiles, writeRelease } from "./release.js";
export { keepSolutions, stubMessage, stubSolutions } from "./solution.js";
