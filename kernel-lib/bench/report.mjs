// Figures in words and tables.

/** @typedef {Record<string, number>} Figures workload -> figure */

/**
 * @param {number} figure
 */
function format(figure) {
  return figure < 1 ? figure.toFixed(4) : figure.toFixed(2);
}

/** @param {Figures} record */
export function inWords(record) {
  return Object.entries(record)
    .map(([name, figure]) => `${name} ${format(figure)}`)
    .join(", ");
}

/**
 * A Markdown table: a row for each workload, in brackets the ratio to the first column: as measured, or of the figures.
 *
 * @param {string} unit
 * @param {{ name: string, figures: Figures, ratios?: Figures }[]} columns
 */
export function table(unit, columns) {
  const lines = [`| ${unit} | ${columns.map(({ name }) => name).join(" | ")} |`];
  lines.push(`| --- | ${columns.map(() => "---:").join(" | ")} |`);
  for (const workload of Object.keys(columns[0].figures)) {
    const first = columns[0].figures[workload];
    const cells = columns.map(({ figures, ratios }, k) => {
      const figure = figures[workload];
      if (figure === undefined) return "";
      const ratio = ratios?.[workload] ?? figure / first;
      return k === 0 ? format(figure) : `${format(figure)} (${ratio.toFixed(2)})`;
    });
    lines.push(`| ${workload} | ${cells.join(" | ")} |`);
  }
  return `${lines.join("\n")}\n`;
}
