import { BAD_INPUT } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

const MESSAGE = '含有不能保存的字符';
const MESSAGE_EN = 'It holds a character that can’t be kept';
/** A surrogate that stands without its other half. */
const HALF = /\p{Cs}/u;

/**
 * Refuses text the database can't keep: the character of number 0, and halves of characters.
 * @param value what was sent, as JSON or the parts behind an address
 * @throws HttpFault bad-input, with the first place
 */
export function demandKeepable(value: unknown): void {
  const path = unkeepable(value, []);
  if (path === undefined) return;
  const fault = { code: 'unkeepable-text', message: MESSAGE, messageEn: MESSAGE_EN };
  throw new HttpFault(
    BAD_INPUT,
    { zh: MESSAGE, en: MESSAGE_EN },
    { faults: [{ path: path.join('.'), ...fault }] },
  );
}

/** @example isKeepable('a\u0000') // false */
export function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && !HALF.test(text);
}

/** The way to the first part that can't be kept. */
function unkeepable(value: unknown, way: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return isKeepable(value) ? undefined : way;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    // The key isn't told: it would be sent back.
    if (!isKeepable(key)) return way;
    const found = unkeepable(part, [...way, key]);
    if (found) return found;
  }
  return undefined;
}
