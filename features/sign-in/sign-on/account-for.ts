import type { SignOnIdentity } from '@fuchi/platform-server/sign-on/open-id';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import {
  linkedAccount,
  linkIdentity,
  namedAccount,
  requestLink,
} from '@fuchi/record-person/sign-on-store';
import type { SignInContext } from '../sign-in-context.ts';

/**
 * The account of who came back from the single sign-on: linked already, or linked now because the provider's verified
 * word names exactly one. Otherwise an administrator is asked, and nobody is signed in.
 */
export async function accountFor(
  { db, moment }: SignInContext,
  identity: SignOnIdentity,
  address: string,
): Promise<string | undefined> {
  const linked = await linkedAccount(db, identity);
  if (linked !== undefined) return linked;
  const { machine, now } = moment();
  const by = { ...BY_PROGRAM, address };
  const named = identity.account && (await namedAccount(db, identity.account));
  if (named !== undefined) {
    await changeOrRefuse<void, 'linked'>(db, by, now, async (work, record, refuse) => {
      const because = { machine, because: 'verified' } as const;
      if (!(await linkIdentity(work, record, identity, named, because))) return refuse('linked');
    });
    // Of two that came at once one linked. An account that has another identity of this issuer gets no second one.
    const justLinked = await linkedAccount(db, identity);
    if (justLinked !== undefined) return justLinked;
  }
  await changeOrRefuse<void, 'asked'>(db, by, now, async (work, record, refuse) => {
    if (!(await requestLink(work, record, identity, machine))) return refuse('asked');
  });
  return undefined;
}
