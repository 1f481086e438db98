import { createHash } from 'node:crypto';
/** What stands before the first event of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** What an event says, whatever may stand in a database somebody changed by hand. */
export interface EventContent {
  readonly at: Date;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly number: number;
  readonly kind: string;
  readonly account: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly standsInFor: string | null;
  readonly address: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly guide: string | null;
  readonly previousDigest: string;
}

/**
 * SM3 (GB/T 32905) over the digest before it and everything the event says, in one spelling. Who changes a word of an
 * event, or takes one out, has another digest from there on.
 */
export function eventDigest(event: EventContent): string {
  const { at, subject, number, kind, before, after, guide, previousDigest } = event;
  const { account, role, organisation, standsInFor, address } = event;
  const said = [
    previousDigest,
    subject.kind,
    subject.id,
    number,
    at.toISOString(),
    kind,
    account,
    role,
    organisation,
    standsInFor,
    address,
    before,
    after,
    guide,
  ];
  return sm3(canonicalJson(said));
}

/** @example sm3('abc') // '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0' (GB/T 32905 example 1) */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex');
}

/** JSON with keys in one order: the database keeps objects in an order of its own. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
