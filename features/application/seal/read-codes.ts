import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { programRoot } from '@fuchi/platform-server/program-root';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** A picture, four bytes a pixel: red, green, blue and one that isn't looked at. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A page has one code of ours; others may have been stuck on it. */
const MOST_CODES = 8;
const OPTIONS: ReaderOptions = { formats: ['QRCode'], maxNumberOfSymbols: MOST_CODES };

let opened = false;

/** The texts of the QR codes in a picture file, PNG or JPEG. */
export async function codesInFile(bytes: Uint8Array): Promise<readonly string[]> {
  open();
  return textsOf(await readBarcodes(bytes, OPTIONS));
}

/**
 * The texts of the QR codes in a picture. It is looked at through a red glass: a seal that touches the code is gone,
 * and black is as black as before.
 */
export async function codesInBitmap({ width, height, data }: Bitmap): Promise<readonly string[]> {
  open();
  const red = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) red.fill(data[at] ?? 0, at, at + 4);
  const picture = { data: red, width, height, colorSpace: 'srgb' } as const;
  return textsOf(await readBarcodes(picture, OPTIONS));
}

/** The reader comes with the package: without this it would be fetched from elsewhere. */
function open(): void {
  if (opened) return;
  const here = createRequire(join(programRoot(), 'features/application/package.json'));
  const path = here.resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = new Uint8Array(readFileSync(path)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  opened = true;
}

function textsOf(
  found: readonly { readonly isValid: boolean; readonly text: string }[],
): readonly string[] {
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))];
}
