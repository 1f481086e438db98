import { strFromU8, unzipSync } from 'fflate';

/** The files in an Office file; texts as texts. @example unpacked(writeDocx(document)).get('word/document.xml') */
export function unpacked(file: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(file));
  return new Map(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}
