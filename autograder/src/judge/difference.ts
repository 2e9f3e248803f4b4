// kernel-lib's words for a difference, with or without the expected numbers.

/** @param reveal - expected and received numbers may be shown */
export function describeDifference(difference: unknown, reveal: boolean): { rung: string; message: string } {
  const d = difference as { rung?: string; message?: string };
  return { rung: d.rung ?? "values", message: d.message ?? String(reveal) };
}
