/** `np.datasets`: data that are there without a download. */
export { type Cats, type LoadCatsOptions, loadCats } from "./cats.js";
export { dataFolder } from "./folder.js";
