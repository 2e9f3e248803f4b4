/** What a library may ask of the notebook it runs in. */
export { display } from "./display.js";
export type { MimeBundle } from "./host.js";
