import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Wording } from '@fuchi/platform-server/wording';
import type { Recorder } from '@fuchi/record-event/change';
import type { SubjectKind } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import type { SignOff } from './sign-off.ts';

/** At which moment and by whom something is carried out. */
export interface Carrying {
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * What becomes of what was signed. Each feature whose commands wait for a chain hands its carriers to the server, which
 * hands them to those who sign; no feature need know another.
 */
export interface SignOffCarrier {
  readonly subject: SubjectKind;
  readonly command: string;
  /** Locks what is signed about, before the sign-off itself: whoever begins one locks in the same order. */
  lock(work: Work, subject: string): Promise<void>;
  /**
   * The last step has agreed: carries it out in the same transaction.
   * @returns why it can't be carried out any more; then the signature isn't written either
   */
  agreed(
    work: Work,
    record: Recorder,
    signOff: SignOff,
    at: Carrying,
  ): Promise<Wording | undefined>;
  /** A step has declined, or whoever began it took it back. */
  ended(
    work: Work,
    record: Recorder,
    signOff: SignOff,
    how: { readonly state: 'declined' | 'withdrawn'; readonly said: string },
    at: Carrying,
  ): Promise<void>;
}

/** @throws where nobody carries a command out: the server was put together wrongly */
export function carrierOf(
  carriers: readonly SignOffCarrier[],
  { subject, command }: Pick<SignOff, 'subject' | 'command'>,
): SignOffCarrier {
  const found = carriers.find((each) => each.subject === subject.kind && each.command === command);
  if (!found) throw new Error(`nobody carries out ${subject.kind} ${command}`);
  return found;
}
