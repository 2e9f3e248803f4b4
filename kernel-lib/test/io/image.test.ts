import { expect } from "chai";
import { decode, encode } from "fast-png";
import { array, DataError, DTypeError, fromBuffer, ShapeError } from "../../src/index.js";
import { imageToPng, readImage } from "../../src/io/index.js";
import { rejection, temporaryFolder } from "./golden.js";

const red = [255, 0, 0];
const blue = [0, 0, 255];

/** Pixels side by side as a PNG file. */
function png(pixels: readonly (readonly number[])[]): Uint8Array {
  return encode({
    width: pixels.length,
    height: 1,
    channels: pixels[0].length,
    data: Uint8Array.from(pixels.flat()),
  });
}

describe("readImage", () => {
  const { path, write } = temporaryFolder();

  it("reads two pixels as uint8 of shape (1, 2, 3)", async () => {
    const t = await readImage(write("two.png", png([red, blue])));
    expect(t.dtype).to.equal("uint8");
    expect(t.toArray()).to.deep.equal([[red, blue]]);
  });

  it("lays transparent parts over white", async () => {
    const t = await readImage(
      write(
        "clear.png",
        png([
          [255, 0, 0, 255],
          [255, 0, 0, 0],
          [255, 0, 0, 128],
        ]),
      ),
    );
    expect(t.toArray()).to.deep.equal([[red, [255, 255, 255], [255, 127, 127]]]);
  });

  it("resizes to [height, width]", async () => {
    const t = await readImage(write("wide.png", png([red, red, red, red])), { size: [3, 2] });
    expect(t.shape).to.deep.equal([3, 2, 3]);
    expect(t.ravel().toArray().slice(0, 3)).to.deep.equal(red);
  });

  it("averages over the pixels it takes together", async () => {
    const t = await readImage(
      write(
        "mix.png",
        png([
          [0, 0, 0],
          [200, 200, 200],
        ]),
      ),
      { size: [1, 1] },
    );
    expect(t.get(0, 0, 0)).to.be.within(95, 105);
  });

  it("turns a photograph upright as its EXIF note says", async () => {
    const { Jimp } = await import("jimp");
    const jpeg = await new Jimp({ width: 16, height: 8, color: 0xff0000ff }).getBuffer("image/jpeg");
    const upright = await readImage(write("plain.jpg", jpeg));
    const turned = await readImage(write("turned.jpg", withOrientation(jpeg, 6)));
    expect(upright.shape).to.deep.equal([8, 16, 3]);
    expect(turned.shape).to.deep.equal([16, 8, 3]);
  });

  it("says what the file is when it is no picture it reads", async () => {
    const page = await rejection(readImage(write("cat.jpg", "<!doctype html>")));
    expect(page).to.be.instanceOf(DataError);
    expect(page.message).to.equal(
      `readImage: ${path("cat.jpg")} must be a JPEG, PNG, GIF, BMP or TIFF picture, got a web page. Convert or download it again.`,
    );
    const webp = await rejection(readImage(write("cat.webp", "RIFF\x10\x00\x00\x00WEBPVP8 ")));
    expect(webp.message).to.include("got a WebP picture.");
  });

  it("reports a cut-off picture", async () => {
    const error = await rejection(readImage(write("cut.png", png([red, blue]).subarray(0, 40))));
    expect(error).to.be.instanceOf(DataError);
    expect(error.message).to.match(/cut\.png cannot be read, the picture is damaged or cut off\.$/);
  });

  it("refuses a size that is not two whole numbers and an unknown option", async () => {
    const file = write("size.png", png([red]));
    expect((await rejection(readImage(file, { size: 64 as never }))).message).to.equal(
      "readImage: size must be [height, width] in pixels up to 16384, got 64",
    );
    expect((await rejection(readImage(file, { size: [0, 2.5] }))).message).to.include("got [0, 2.5]");
    expect((await rejection(readImage(file, { sise: [1, 1] } as never))).message).to.include(
      "Did you mean size?",
    );
  });
});

describe("imageToPng", () => {
  it("keeps every pixel of a (1, 2, 3) picture", () => {
    const { width, height, channels, data } = decode(imageToPng(array([[red, blue]], { dtype: "uint8" })));
    expect([width, height, channels, [...data]]).to.deep.equal([2, 1, 3, [...red, ...blue]]);
  });

  it("writes a grey (2, 1) picture and a transposed view of it", () => {
    const t = fromBuffer(Uint8Array.of(7, 9), [2, 1]);
    expect([...decode(imageToPng(t)).data]).to.deep.equal([7, 9]);
    expect(decode(imageToPng(t.T)).width).to.equal(2);
  });

  it("refuses other dtypes and shapes", () => {
    expect(() => imageToPng(array([[0.5]]))).to.throw(
      DTypeError,
      "imageToPng: pixels must be uint8 in 0..255, got float64",
    );
    expect(() => imageToPng(fromBuffer(new Uint8Array(8), [2, 2, 2]))).to.throw(
      ShapeError,
      "imageToPng: a picture has shape (h, w, 3) or (h, w), got (2, 2, 2)",
    );
  });
});

/** The JPEG with an EXIF block that holds one entry, the orientation. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const body = [...Buffer.from("Exif\0\0", "latin1"), ...tiff];
  const segment = Buffer.from([0xff, 0xe1, 0, body.length + 2, ...body]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
