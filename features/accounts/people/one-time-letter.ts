import type { Work } from '@fuchi/platform-server/database/open-database';
import { letterPlace } from '@fuchi/platform-server/mail/letter-place';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import { maskedEmail } from '@fuchi/record-person/masked';
import { linkPath } from '@fuchi/record-person/one-time-link-store';
import type { AccountsContext } from '../accounts-context.ts';

export interface OneTimeLetter {
  /** Where it goes; undefined where whoever asked hands the link on. */
  readonly to: string | undefined;
  readonly title: string;
  /** The letter around the link's address. */
  readonly text: (url: string) => string;
  readonly secret: string;
}

/**
 * Brings a link that works once to whoever it is for: by letter, or, where letters can't be sent or nobody's address is
 * known, back to whoever asked, this once.
 */
export async function bringLink(
  work: Work,
  { box, settings }: Pick<AccountsContext, 'box' | 'settings'>,
  { to, title, text, secret }: OneTimeLetter,
  now: Date,
): Promise<{ readonly link: string | null; readonly sentTo: string | null }> {
  const url = `${settings.publicUrl ?? ''}${linkPath(secret)}`;
  if (to === undefined || letterPlace(settings) === undefined) return { link: url, sentTo: null };
  await postLetter(work, box, { to, title, text: text(url) }, now);
  return { link: null, sentTo: maskedEmail(to) };
}
