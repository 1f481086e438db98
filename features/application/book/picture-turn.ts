/** Quarter turns clockwise by which a camera's picture is to be shown. */
export type PictureTurn = 0 | 90 | 180 | 270;

const TURNS: Readonly<Record<number, PictureTurn>> = { 3: 180, 6: 90, 8: 270 };
const ORIENTATION = 0x0112;

/**
 * How a JPEG lay in the camera, by its Exif (tag Orientation): telephones turn nothing, they write it down.
 * @returns 0 for what says nothing of it, or is mirrored
 * @example pictureTurn(bytes) // 90
 */
export function pictureTurn(bytes: Uint8Array): PictureTurn {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const length = view.getUint16(at + 2);
    const isExif = view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) {
      const end = Math.min(at + 2 + length, view.byteLength);
      return end - (at + 10) < 14 ? 0 : orientation(view, at + 10, end);
    }
    at += 2 + length;
  }
  return 0;
}

function orientation(view: DataView, start: number, end: number): PictureTurn {
  const little = view.getUint16(start) === 0x4949;
  const first = start + view.getUint32(start + 4, little);
  if (first + 2 > end) return 0;
  const count = view.getUint16(first, little);
  for (let i = 0; i < count; i += 1) {
    const entry = first + 2 + i * 12;
    if (entry + 12 > end) return 0;
    if (view.getUint16(entry, little) === ORIENTATION) {
      return TURNS[view.getUint16(entry + 8, little)] ?? 0;
    }
  }
  return 0;
}
