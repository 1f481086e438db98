import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import type { SignedRefusal } from './signed-refusal.ts';

/** A signature of a PDF (ISO 32000-1, 12.8.1), whose place was held against the bytes. */
export interface PdfSignature {
  /** The CMS data, padded with zeros. */
  readonly contents: Uint8Array;
  /** What it signs: the file's bytes before and after its own hole. */
  readonly bytes: readonly Uint8Array[];
  /** Where what it signs ends. */
  readonly end: number;
  /** As the dictionary says; undefined where it doesn't. */
  readonly signedAt: Date | undefined;
}

const FORMATS = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];

/**
 * The signatures of a PDF from the innermost to the outermost. Each must sign everything from the first byte on but
 * its own value, which must stand in the hole and nothing else with it; the outermost must reach to the last byte.
 * @param from where the signing began: no hole reaches before it
 */
export function pdfSignatures(
  pdf: PDFDocument,
  file: Uint8Array,
  from: number,
): readonly PdfSignature[] | SignedRefusal {
  const dictionaries = signatureDictionaries(pdf);
  if (dictionaries.length === 0) return { code: 'no-signature' };
  const placed = dictionaries
    .map((dictionary) => ({ dictionary, range: byteRange(dictionary) }))
    .sort((a, b) => (a.range?.[2] ?? 0) - (b.range?.[2] ?? 0));
  // A reader that finds signatures others don't, or misses some, must not decide.
  const added = Buffer.from(file.buffer, file.byteOffset + from, file.byteLength - from);
  if (occurrences(added, '/ByteRange') !== placed.length) return { code: 'not-covering' };
  const signatures: PdfSignature[] = [];
  for (const [i, { dictionary, range }] of placed.entries()) {
    const signature = i + 1;
    const format = dictionary.get(PDFName.of('SubFilter'));
    const name = format instanceof PDFName ? format.decodeText() : '';
    if (!FORMATS.includes(name)) return { code: 'sub-filter', signature, what: name || '没有写明' };
    const contents = dictionary.get(PDFName.of('Contents'));
    const hole = range && holeOf(range, file, from);
    if (!range || !hole || !(contents instanceof PDFHexString)) {
      return { code: 'not-covering', signature };
    }
    const bytes = contents.asBytes();
    if (!Buffer.from(hole, 'hex').equals(Buffer.from(bytes))) {
      return { code: 'not-covering', signature };
    }
    const [, first, second, rest] = range;
    signatures.push({
      contents: bytes,
      bytes: [file.subarray(0, first), file.subarray(second, second + rest)],
      end: second + rest,
      signedAt: timeOf(dictionary),
    });
  }
  return signatures.at(-1)?.end === file.length ? signatures : { code: 'added-after' };
}

function signatureDictionaries(pdf: PDFDocument): readonly PDFDict[] {
  const found = new Set<PDFDict>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const value = object.get(PDFName.of('V'));
    for (const one of [object, value]) {
      if (one instanceof PDFDict && one.has(PDFName.of('ByteRange'))) found.add(one);
    }
  }
  return [...found];
}

type Range = readonly [number, number, number, number];

function byteRange(dictionary: PDFDict): Range | undefined {
  const value = dictionary.get(PDFName.of('ByteRange'));
  if (!(value instanceof PDFArray)) return undefined;
  const numbers = value.asArray().flatMap((n) => (n instanceof PDFNumber ? [n.asNumber()] : []));
  const [a, b, c, d] = numbers;
  if (numbers.length !== 4 || value.size() !== 4) return undefined;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return numbers.every(Number.isSafeInteger) ? [a, b, c, d] : undefined;
}

/** What stands in the hole, in hexadecimal; undefined where it isn't one hexadecimal string alone. */
function holeOf(
  [start, first, second, rest]: Range,
  file: Uint8Array,
  from: number,
): string | undefined {
  const isPlaced =
    start === 0 && first >= from && second > first && rest > 0 && second + rest <= file.length;
  if (!isPlaced) return undefined;
  const text = Buffer.from(file.subarray(first, second)).toString('latin1');
  return /^<((?:[0-9A-Fa-f]{2})+)>$/.exec(text)?.[1];
}

function occurrences(bytes: Buffer, what: string): number {
  let count = 0;
  for (let at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + 1)) count++;
  return count;
}

function timeOf(dictionary: PDFDict): Date | undefined {
  const value = dictionary.get(PDFName.of('M'));
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return undefined;
  try {
    return value.decodeDate();
  } catch {
    return undefined;
  }
}
