/** Bytes of a file that lies somewhere else; fewer where it ends. */
export interface Pieces {
  readonly size: number;
  read(start: number, length: number): Promise<Buffer>;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;
/** A directory larger than this belongs to no paper. */
const MOST_DIRECTORY = 4 * 1024 * 1024;
/** What unpacks to more than this is made to fill disks. */
const MOST_UNPACKED = 4 * 1024 * 1024 * 1024;

export type ZipDirectory =
  | { readonly ok: true; readonly names: readonly string[]; readonly encrypted: boolean }
  /** broken: cut off, or no archive; hostile: its directory lies, or it unpacks to far more than it is. */
  | { readonly ok: false; readonly code: 'broken' | 'hostile' };

/** The names in a ZIP archive's directory (PKWARE APPNOTE 4.3). Nothing is unpacked. */
export async function zipDirectory(file: Pieces): Promise<ZipDirectory> {
  const from = Math.max(0, file.size - END_LENGTH - MOST_COMMENT);
  const tail = await file.read(from, file.size - from);
  const end = endOf(tail);
  if (end === undefined) return { ok: false, code: 'broken' };
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start + length > from + end) return { ok: false, code: 'broken' };
  if (length > MOST_DIRECTORY) return { ok: false, code: 'hostile' };
  return entriesOf(await file.read(start, length), count);
}

/** The last record whose comment reaches exactly to the end. */
function endOf(tail: Buffer): number | undefined {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    if (at + END_LENGTH + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

function entriesOf(directory: Buffer, count: number): ZipDirectory {
  const names: string[] = [];
  let encrypted = false;
  let unpacked = 0;
  let at = 0;
  while (names.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) {
      return { ok: false, code: 'broken' };
    }
    encrypted ||= (directory.readUInt16LE(at + 8) & 1) === 1;
    unpacked += directory.readUInt32LE(at + 24);
    const name = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    names.push(directory.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + rest;
  }
  return unpacked > MOST_UNPACKED ? { ok: false, code: 'hostile' } : { ok: true, names, encrypted };
}
