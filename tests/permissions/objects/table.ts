import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import { accountWithEvent, delegationOf, signOnRequest } from './accounts.ts';
import { applicationOf, guideOfRound, paperOf, printOf, roundOf, scanOf } from './applications.ts';
import { FOREIGN, type Mark, OWN } from './mark.ts';
import { colleagueOf, recommenderElsewhere, somebodyElse } from './people.ts';
import { REGISTER, registerVersionOf } from './registers.ts';
import { otherOffice, signOffOf } from './sign-offs.ts';
import { shownPaperOf, statementOf } from './statements.ts';
import { invitationOf, registrationOf, unitChangeOf } from './units.ts';
import { uploadOf } from './uploads.ts';

/** What a parameter of an address names. */
export interface ObjectOfAddress {
  /**
   * Makes one that belongs to somebody, marked wherever text can stand.
   * @returns what names it in the address; undefined where he can have none
   */
  readonly of: (db: Database, owner: Actor, mark: Mark) => Promise<string | undefined>;
  /** Who else has one: of another organisation, territory and line. An enterprise, unless said. */
  readonly elsewhere?: (db: Database) => Promise<Actor>;
  /** It is a word and nobody's: there is none of somebody else's. */
  readonly word?: true;
  /** What names none, where it isn't a number. */
  readonly missing?: string;
}

/** By the parameter's name: `{session}`. A parameter that isn't here fails the test. */
export const OBJECTS: Readonly<Record<string, ObjectOfAddress>> = {
  session: { of: async (_db, { session }) => session },
  delegation: { of: delegationOf },
  upload: {
    of: (db, { account, organisation }, mark) =>
      uploadOf(db, { account, organisation: organisation.id }, mark),
  },
  registration: { of: registrationOf, elsewhere: recommenderElsewhere },
  unit: { of: async (_db, { organisation }) => organisation.id },
  account: {
    of: async (db, owner, mark) =>
      mark === FOREIGN ? owner.account : (await colleagueOf(db, owner, mark)).account,
  },
  appointment: { of: async (db, owner, mark) => (await colleagueOf(db, owner, mark)).appointment },
  invitation: { of: invitationOf },
  change: { of: unitChangeOf },
  register: { of: async () => REGISTER, word: true, missing: 'nowhere' },
  version: { of: registerVersionOf },
  application: { of: applicationOf },
  paper: { of: paperOf },
  scan: { of: scanOf },
  print: { of: printOf, word: true, missing: 'nothing' },
  statement: { of: statementOf },
  shown: { of: shownPaperOf },
  // Counts the line's annexes.
  annex: { of: async () => '1', word: true },
  round: { of: roundOf },
  guide: { of: (db) => guideOfRound(db), missing: 'f'.repeat(64) },
  signOff: { of: signOffOf, elsewhere: otherOffice },
  kind: { of: async () => 'account', word: true, missing: 'nothing' },
  subject: { of: accountWithEvent },
  request: {
    // Nobody's own, before an administrator names the account.
    of: async (db, _owner, mark) => (mark === FOREIGN ? signOnRequest(db, mark) : undefined),
  },
};

/** One of somebody else's; undefined for a word. */
export async function foreignObject(db: Database, name: string): Promise<string | undefined> {
  const object = OBJECTS[name];
  if (!object || object.word) return undefined;
  const owner = await (object.elsewhere ?? somebodyElse)(db);
  return object.of(db, owner, FOREIGN);
}

/** One of one's own; undefined where one can have none. */
export async function ownObject(
  db: Database,
  name: string,
  actor: Actor,
): Promise<string | undefined> {
  return OBJECTS[name]?.of(db, actor, OWN);
}

/** What names none. */
export function missingObject(name: string): string {
  return OBJECTS[name]?.missing ?? '999999999999';
}
