/** `np.datasets`: data that are there without a download. */
export { type Cats, type LoadCatsOptions, loadCats } from "./cats.js";
export { type Fashion, loadFashion } from "./fashion.js";
export { dataFolder } from "./folder.js";
export {
  type BlobsOptions,
  type CirclesOptions,
  type FlowerOptions,
  makeBlobs,
  makeCircles,
  makeFlower,
  makeGaussianQuantiles,
  makeMoons,
  type NoisyOptions,
  type PlanarSet,
  type QuantilesOptions,
} from "./planar.js";
export { type LoadOptions, loadDigits, loadHousing, loadIris, loadPenguins, type Table } from "./tables.js";
