/** The files in which Windows and macOS keep an icon: PNGs of several sizes behind a table. */

/** A picture of a square icon. */
export interface Picture {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Buffer;
}

/** What macOS calls the pictures of an icon, by their size in pixels; some serve a second screen density. */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** The sizes an .ico file has room for: it writes 256 as 0. */
const ICO_LARGEST = 256;

/** An icon for Windows, of all pictures up to 256 pixels. */
export function ico(pictures: readonly Picture[]): Buffer {
  const fitting = pictures.filter(({ size }) => size <= ICO_LARGEST);
  const head = Buffer.alloc(6 + 16 * fitting.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(fitting.length, 4);
  let at = head.length;
  for (const [index, { size, png }] of fitting.entries()) {
    const row = 6 + 16 * index;
    head.writeUInt8(size % ICO_LARGEST, row);
    head.writeUInt8(size % ICO_LARGEST, row + 1);
    // One plane of 32 bits a pixel.
    head.writeUInt16LE(1, row + 4);
    head.writeUInt16LE(32, row + 6);
    head.writeUInt32LE(png.length, row + 8);
    head.writeUInt32LE(at, row + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...fitting.map(({ png }) => png)]);
}

/** An icon for macOS, of all sizes that it knows. */
export function icns(pictures: readonly Picture[]): Buffer {
  const blocks = ICNS_TYPES.flatMap(([type, size]) => {
    const png = pictures.find((picture) => picture.size === size)?.png;
    return png ? [block(type, png)] : [];
  });
  return block('icns', Buffer.concat(blocks));
}

/** Four letters, the length of the whole, the content. */
function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
