/** A cost curve that grows while the training runs. */
import { currentHost, type Host, pauseBetweenChanges, type Spot } from "../notebook/host.js";
import { type CostCurveOptions, costCurve } from "./curves.js";

/** What {@link liveCurve} gives; both functions may be passed on without their object. */
export interface LiveCurve {
  /** Takes the next cost, and draws when a quarter of a second has passed since the last drawing. */
  add(cost: number): void;
  /** Draws what is not drawn yet. In nbconvert, on CI and on stock tslab a line of text is all that appears. */
  done(): void;
}

/**
 * A cost curve below the cell that is redrawn in place, at most four times a second, while costs come in.
 *
 * @param options - those of {@link costCurve}
 *
 * @example
 * ```ts
 * const live = np.plot.liveCurve({ every: 100, title: "Cost while learning" });
 * for await (const i of np.progress(2500)) {
 *   if (i % 100 === 0) live.add(cost);
 * }
 * live.done();
 * ```
 */
export function liveCurve(options: CostCurveOptions = {}): LiveCurve {
  return grow(
    { title: "Cost while learning", ...options },
    { now: () => performance.now(), host: currentHost() },
  );
}

/** {@link liveCurve} with a clock and a host of its own. */
export function grow(
  options: CostCurveOptions,
  { now, host }: { readonly now: () => number; readonly host: Host | null },
): LiveCurve {
  const costs: number[] = [];
  let spot: Spot | null = null;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (isLast: boolean): void => {
    const figure = costCurve(costs, options);
    spot ??= host?.openSpot() ?? null;
    spot?.(host?.isWatched ? figure.toMimeBundle() : { "text/plain": figure.text }, isLast);
    drawn = now();
  };
  return {
    add: (cost) => {
      costs.push(cost);
      if (host?.isWatched && now() - drawn >= pauseBetweenChanges) draw(false);
    },
    done: () => {
      if (costs.length > 0) draw(true);
    },
  };
}
