import type { Role } from '@fuchi/workflow/role';

/** Whose story an event belongs to. Each has a chain of its own. */
export type SubjectKind =
  | 'account'
  | 'application'
  | 'guide'
  | 'organisation'
  | 'register'
  | 'registration'
  | 'round'
  | 'system';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What is written down of a change. Passwords, codes and links never stand in it. */
export interface NewEvent {
  readonly subject: Subject;
  /** What happened: `registration-approved`. */
  readonly kind: string;
  readonly before?: object;
  readonly after?: object;
  /** The guide version it rests on. */
  readonly guide?: string;
}

/** Who an event is by. */
export interface EventBy {
  readonly account: string | null;
  readonly role: Role | null;
  readonly organisation: string | null;
  readonly standsInFor: string | null;
  readonly address: string | null;
}

/** The program itself: a clock that ran out, a nightly seal. */
export const BY_PROGRAM: EventBy = {
  account: null,
  role: null,
  organisation: null,
  standsInFor: null,
  address: null,
};

export interface KeptEvent extends EventBy {
  readonly id: string;
  readonly at: Date;
  readonly subject: Subject;
  /** Its place in the subject's chain, from 1. */
  readonly number: number;
  readonly kind: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly guide: string | null;
  readonly previousDigest: string;
  readonly digest: string;
}
