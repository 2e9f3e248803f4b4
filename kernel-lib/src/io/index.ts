/** `np.io`: files to tensors and back. */
export { type CsvTable, type ReadCsvOptions, readCsv } from "./csv.js";
export { readHdf5 } from "./hdf5.js";
export { imageToPng, type ReadImageOptions, readImage } from "./image.js";
export { readNpy, writeNpy } from "./npy.js";
export { type ReadNpzOptions, readNpz, type WriteNpzOptions, writeNpz } from "./npz.js";
