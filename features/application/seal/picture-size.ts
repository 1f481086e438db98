/**
 * Width and height of a PNG or JPEG as its head says, before anybody unpacks it.
 * @returns undefined for what is neither, or ends before it says so
 * @example pictureSize(bytes) // { width: 2480, height: 3508 }
 */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 24) return undefined;
  if (view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined;
}

/** SOF markers name the size; DHT, JPG and DAC lie among their numbers and don't. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

function jpegSize(view: DataView) {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
