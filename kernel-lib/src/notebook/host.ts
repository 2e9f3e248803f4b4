/**
 * Where a running loop shows how it gets on. What shows it (a kernel, a terminal) is offered by whoever can reach one;
 * without an offer, as in the grading sandbox, nothing is shown.
 */

/** The same thing in several forms, keyed by MIME type; `text/plain` is always there. */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly [mimeType: string]: unknown;
}

/** A spot of the output whose content can be replaced. `isLast`: it stays. */
export type Spot = (bundle: MimeBundle, isLast: boolean) => void;

/** What shows the output of this program now. */
export interface Host {
  /** Somebody watches it appear, so a spot may change often; else only its last content counts. */
  readonly isWatched: boolean;
  openSpot(): Spot;
}

let findHost: () => Host | null = () => null;

/** Says how to find what shows the output. */
export function offerHost(find: () => Host): void {
  findHost = find;
}

/** What shows the output, or null when nothing does. */
export function currentHost(): Host | null {
  return findHost();
}

/** Milliseconds between two changes of a spot: four a second are as many as an eye can use. */
export const pauseBetweenChanges = 250;
