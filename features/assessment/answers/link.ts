import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Answers, readAnswers } from './answers.ts';

const KEY = 'a=';
/** Answers are a few kilobytes; whatever unpacks to more isn't a link of ours. */
const MOST = 1_000_000;

export type LinkRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }
  /** `madeFor` is the guide the link was made with, when it isn't the one that is open. */
  | { readonly kind: 'answers'; readonly answers: Answers; readonly madeFor: string | null };

/**
 * The part after `#` that holds all answers; browsers don't send it anywhere.
 * @example await linkPart(guide, answers) // 'a=q1ZKzs9…'
 */
export async function linkPart(guide: CheckedGuide, answers: Answers): Promise<string> {
  const { id, version, digest } = guide.guide;
  const { facts, round, wanted, aside } = answers;
  const text = JSON.stringify({ guide: { id, version, digest }, facts, round, wanted, aside });
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return KEY + toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** Reads the part after `#`. */
export async function readLinkPart(part: string, guide: CheckedGuide): Promise<LinkRead> {
  const text = part.replace(/^#/, '');
  if (!text.startsWith(KEY)) return { kind: 'none' };
  try {
    const bytes = fromBase64Url(text.slice(KEY.length));
    const value: unknown = JSON.parse(await inflate(bytes));
    const made = guideOf(value);
    if (made === undefined) return { kind: 'broken' };
    const same = made.id === guide.guide.id && made.digest === guide.guide.digest;
    const answers = readAnswers(value, guide);
    return { kind: 'answers', answers, madeFor: same ? null : `${made.id} ${made.version}` };
  } catch {
    return { kind: 'broken' };
  }
}

function guideOf(value: unknown) {
  if (typeof value !== 'object' || value === null || !('guide' in value)) return undefined;
  const { guide } = value;
  if (typeof guide !== 'object' || guide === null) return undefined;
  const text = (key: string): string => String(Reflect.get(guide, key) ?? '').slice(0, 80);
  return { id: text('id'), version: text('version'), digest: text('digest') };
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of readerOf(stream)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST) throw new RangeError('too much in the link');
  }
  return text + decoder.decode();
}

async function* readerOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
}
