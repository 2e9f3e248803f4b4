/** What a library may ask of the notebook it runs in. */
export { display, type MimeBundle } from "./display.js";
