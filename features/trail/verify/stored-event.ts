import { eventDigest } from '@fuchi/record-event/event-digest';
import { isPlainJson } from './plain-json.ts';

/** An event as the database spells it: what JavaScript's dates and numbers would round is still to be seen. */
export interface StoredEvent {
  readonly id: string;
  /** 2022-03-16T09:00:00.000000Z: with microseconds, which the program never writes. */
  readonly at: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number;
  readonly kind: string;
  readonly account: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly standsInFor: string | null;
  readonly address: string | null;
  /** JSON as the database prints it. */
  readonly before: string | null;
  readonly after: string | null;
  readonly guide: string | null;
  readonly previousDigest: string;
  readonly digest: string;
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})000Z$/;

/** The digest of what an event says now; undefined where the program would never have spelled it so. */
export function digestNow(event: StoredEvent): string | undefined {
  const { at, subjectKind, subjectId, before, after, ...rest } = event;
  const [, moment] = MOMENT.exec(at) ?? [];
  if (moment === undefined || !isPlainJson(before) || !isPlainJson(after)) return undefined;
  return eventDigest({
    ...rest,
    at: new Date(`${moment}Z`),
    subject: { kind: subjectKind, id: subjectId },
    before: parsed(before),
    after: parsed(after),
  });
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
