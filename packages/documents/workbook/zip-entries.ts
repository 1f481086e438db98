import { Inflate, strFromU8 } from 'fflate';
import { crc32 } from './crc32.ts';
import { RefusedFile } from './refused-file.ts';

/** The files of a zip, read one by one; all together they may unpack to `most` bytes. */
export interface ZipEntries {
  has(name: string): boolean;
  readonly names: readonly string[];
  /**
   * @throws RefusedFile for an entry that unpacks to too much, or isn't what the zip says it is
   * @returns undefined when there is none of that name
   */
  read(name: string): Uint8Array | undefined;
}

export interface ZipBounds {
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entry: number;
  /** Bytes of all entries that are read, unpacked. */
  readonly total: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Stands where only a zip64 record, for files of gigabytes, has the number. */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;
/** Bytes unpacked at once: they hold a thousand times as many at most. */
const SLICE = 8192;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Opens a zip by its central directory (APPNOTE 6.3.10). Nothing is unpacked yet; what an entry says of its size is
 * checked against the bounds before, and held against while, it is unpacked.
 * @throws RefusedFile for what isn't a whole zip
 * @example zipEntries(bytes, { entries: 200, entry: 8e6, total: 16e6 }).read('xl/workbook.xml')
 */
export function zipEntries(bytes: Uint8Array, bounds: ZipBounds): ZipEntries {
  const entries = directory(bytes, bounds);
  let left = bounds.total;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.size > Math.min(left, bounds.entry)) throw new RefusedFile('file-swollen');
      const content = unpack(bytes, entry);
      left -= content.length;
      return content;
    },
  };
}

function directory(bytes: Uint8Array, bounds: ZipBounds): ReadonlyMap<string, Entry> {
  const read = littleEndian(bytes);
  const end = endRecord(bytes);
  const count = read.short(end + 10);
  if (count > bounds.entries) throw new RefusedFile('file-swollen');
  const entries = new Map<string, Entry>();
  let at = read.long(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || read.long(at) !== CENTRAL) throw broken();
    if (read.short(at + 8) & ENCRYPTED) throw new RefusedFile('file-encrypted');
    const nameLength = read.short(at + 28);
    const rest = read.short(at + 30) + read.short(at + 32);
    const name = strFromU8(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
    // Of two entries with one name another program may read the other.
    if (entries.has(name)) throw broken();
    entries.set(name, {
      method: read.short(at + 10),
      crc: read.long(at + 16),
      packed: read.long(at + 20),
      size: read.long(at + 24),
      offset: read.long(at + 42),
    });
    at += CENTRAL_LENGTH + nameLength + rest;
  }
  return entries;
}

function endRecord(bytes: Uint8Array): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  const read = littleEndian(bytes);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (read.long(at) === END) return at;
  }
  throw broken();
}

function unpack(bytes: Uint8Array, { method, crc, packed, size, offset }: Entry): Uint8Array {
  if ([packed, size, offset].includes(ELSEWHERE)) throw new RefusedFile('file-swollen');
  const read = littleEndian(bytes);
  if (offset + LOCAL_LENGTH > bytes.length || read.long(offset) !== LOCAL) throw broken();
  const start = offset + LOCAL_LENGTH + read.short(offset + 26) + read.short(offset + 28);
  if (start + packed > bytes.length) throw broken();
  const content = inflated(bytes.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== crc) throw broken();
  return content;
}

function inflated(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw broken();
  const content = new Uint8Array(size);
  let length = 0;
  // A piece more than announced is already too much, and throws: an entry that lies ends here.
  const inflate = new Inflate((piece) => {
    content.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch {
    throw broken();
  }
  return content.subarray(0, length);
}

/** What a zip writes least byte first. */
function littleEndian(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    short: (at: number) => view.getUint16(at, true),
    long: (at: number) => view.getUint32(at, true),
  };
}

function broken(): RefusedFile {
  return new RefusedFile('file-broken');
}
