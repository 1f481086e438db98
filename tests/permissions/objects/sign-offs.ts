import { randomInt } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { beginSignOff } from '@fuchi/record-sign-off/begin-sign-off';
import { CHAIN_ROLES } from '@fuchi/record-sign-off/contract';
import { FOREIGN, type Mark } from './mark.ts';
import { LONG_AGO } from './people.ts';

/** Something of somebody's office that waits for a chain in which every role has a step. */
export async function signOffOf(db: Database, actor: Actor, mark: Mark): Promise<string> {
  const subject = { kind: 'round', id: String(randomInt(1_000_000, 1_000_000_000)) } as const;
  const content = {
    title: mark.text,
    reason: mark.text,
    comparedWith: '',
    rows: [{ section: mark.text, label: mark.text, value: mark.text }],
    payload: {},
  };
  const steps = CHAIN_ROLES.map((role) => ({ name: mark.text, role }));
  const chain = { id: 'round-change', name: mark.text, steps };
  const asked = { subject, command: 'change', chain, content, opinion: mark.text };
  return change(db, byActor(actor), LONG_AGO, async (work, record) => {
    const begun = await beginSignOff(work, record, asked, { actor, now: LONG_AGO });
    if ('refused' in begun) throw new Error(begun.refused.code);
    return begun.id;
  });
}

/** Somebody who prepares what is signed in another office. */
export async function otherOffice(db: Database): Promise<Actor> {
  return (await signInForTests(db, { role: 'planning', name: FOREIGN.text })).actor;
}
