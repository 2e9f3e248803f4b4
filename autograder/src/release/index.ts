// The release step's face.

export { notebookWith, releaseNotebook, solvedNotebook } from "./notebook.js";
export { parsePercent } from "./percent.js";
export { assignmentIds, filesOf, releasedFiles, staleFiles, writeRelease } from "./release.js";
export { keepSolutions, stubSolutions } from "./solution.js";
