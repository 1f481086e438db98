import { strToU8, zlibSync } from 'fflate';
import { encode } from 'uqr';

/** A reader needs white around the code. */
const QUIET = 2;
/** Pixels a module: sharp in print at 15 mm. */
const SCALE = 8;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = 0;

/**
 * A QR code as a PNG with one bit a pixel; fault correction M, since a stamp may touch it. The same code gives the same
 * bytes.
 * @example qrPng('FUCHI:1-8').length // about 400
 */
export function qrPng(code: string): Uint8Array {
  const { data, size } = encode(code, { ecc: 'M', border: 0 });
  const side = (size + QUIET * 2) * SCALE;
  const row = 1 + Math.ceil(side / 8);
  const pixels = new Uint8Array(row * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const black = data[module(y)]?.[module(x)] ?? false;
      const at = y * row + 1 + (x >> 3);
      if (!black) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', joined([number(side), number(side), Uint8Array.of(1, GREY, 0, 0, 0)])),
    chunk('IDAT', zlibSync(pixels, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function module(pixel: number): number {
  return Math.floor(pixel / SCALE) - QUIET;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = joined([strToU8(name), content]);
  return joined([number(content.length), named, number(crc32(named))]);
}

function number(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** PNG's check (ISO 3309), bit by bit: a few hundred bytes need no table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
