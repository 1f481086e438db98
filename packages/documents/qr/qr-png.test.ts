import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPng } from './qr-png.ts';

const QUIET = 2;
const SCALE = 8;

/** A PNG of one bit a pixel as rows of black and white, its checks held against Node's. */
function pixelsOf(png: Buffer): boolean[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const head = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = 1 + Math.ceil(width / 8);
  expect(rows.length).toBe(stride * height);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const byte = rows[y * stride + 1 + (x >> 3)] ?? 0;
      return ((byte >> (7 - (x & 7))) & 1) === 0;
    }),
  );
}

test('each module is a square of its colour, with white around', () => {
  const code = 'FUCHI:1-8:jiangsu-2022:1.0.0:0123456789abcdef:fedcba9876543210';
  const { data, size } = encode(code, { ecc: 'M', border: 0 });
  const pixels = pixelsOf(Buffer.from(qrPng(code)));
  expect(pixels.length).toBe((size + 2 * QUIET) * SCALE);
  pixels.forEach((row, y) => {
    row.forEach((black, x) => {
      const module = data[Math.floor(y / SCALE) - QUIET]?.[Math.floor(x / SCALE) - QUIET];
      expect(black).toBe(module ?? false);
    });
  });
});

test('the end of a PNG is the same for all: its check is known', () => {
  const png = Buffer.from(qrPng('A'));
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});
