// Plotly as a module of its own, which remote-entry.ts loads at the first figure.

export { default } from "plotly.js-dist";
