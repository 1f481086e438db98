import { crc32, inflateRawSync } from 'node:zlib';
import { RefusedFile } from './refused-file.ts';

/** The files of a zip, read one by one; all together they may unpack to `most` bytes. */
export interface ZipEntries {
  has(name: string): boolean;
  readonly names: readonly string[];
  /**
   * @throws RefusedFile for an entry that unpacks to too much, or isn't what the zip says it is
   * @returns undefined when there is none of that name
   */
  read(name: string): Buffer | undefined;
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
export function zipEntries(bytes: Buffer, bounds: ZipBounds): ZipEntries {
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

function directory(bytes: Buffer, bounds: ZipBounds): ReadonlyMap<string, Entry> {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > bounds.entries) throw new RefusedFile('file-swollen');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || bytes.readUInt32LE(at) !== CENTRAL) throw broken();
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new RefusedFile('file-encrypted');
    const nameLength = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
    // Of two entries with one name another program may read the other.
    if (entries.has(name)) throw broken();
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_LENGTH + nameLength + rest;
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw broken();
}

function unpack(bytes: Buffer, { method, crc, packed, size, offset }: Entry): Buffer {
  if ([packed, size, offset].includes(ELSEWHERE)) throw new RefusedFile('file-swollen');
  if (offset + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken();
  const start =
    offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw broken();
  const content = inflated(bytes.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== crc) throw broken();
  return content;
}

function inflated(packed: Buffer, method: number, size: number): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw broken();
  try {
    // One byte more than announced is already too much: an entry that lies ends here.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw broken();
  }
}

function broken(): RefusedFile {
  return new RefusedFile('file-broken');
}
