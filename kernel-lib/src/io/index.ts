/** `np.io`: files to tensors and back. */
export { readHdf5 } from "./hdf5.js";
export { imageToPng, type ReadImageOptions, readImage } from "./image.js";
export { readNpy, writeNpy } from "./npy.js";
