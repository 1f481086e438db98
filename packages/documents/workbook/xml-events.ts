import { strFromU8, strToU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { RefusedFile } from './refused-file.ts';

/** What is met while a part is read, in its order. Names come without their namespace's prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Deeper than any part of a workbook. */
const MOST_DEPTH = 64;

/**
 * Reads a part of an Office file. A document type is refused: no Office file has one, and what it can declare
 * (entities that swell, addresses to fetch) is for attacks only.
 * @throws RefusedFile for what isn't well-formed XML, and what a handler throws
 * @example readXml(part, { open: (name, { r }) => … })
 */
export function readXml(part: Uint8Array, { open, text, close }: XmlEvents): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  let depth = 0;
  parser.on('error', () => {
    throw new RefusedFile('file-broken');
  });
  parser.on('doctype', () => {
    throw new RefusedFile('file-broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new RefusedFile('file-broken');
    open?.(local(name), attributes);
  });
  parser.on('text', (said) => text?.(said));
  parser.on('cdata', (said) => text?.(said));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  parser.write(textOf(part)).close();
}

function textOf(part: Uint8Array): string {
  const text = part[0] === 0xff && part[1] === 0xfe ? utf16(part.subarray(2)) : utf8(part);
  if (text === undefined) throw new RefusedFile('file-broken');
  return text;
}

/** Undefined for bytes that are no UTF-8: they come out as U+FFFD, which isn't what stood there. */
function utf8(part: Uint8Array): string | undefined {
  const marked = part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf;
  const bytes = marked ? part.subarray(3) : part;
  const text = strFromU8(bytes);
  if (!text.includes('\uFFFD')) return text;
  const again = strToU8(text);
  const same = again.length === bytes.length && again.every((byte, i) => byte === bytes[i]);
  return same ? text : undefined;
}

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  }
  return /\p{Surrogate}/u.test(text) ? undefined : text;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
