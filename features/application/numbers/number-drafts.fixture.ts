import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { applicationForTests } from '@fuchi/record-application/application.fixture';
import type { FieldValue } from '@fuchi/record-application/contract';
import { saveDraft } from '@fuchi/record-application/save-draft';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRegisters } from '@fuchi/record-register/register.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { regionsFrom } from '@fuchi/values/region';
import { checkAudits } from '../audits/check-audits.ts';
import type { Checker } from '../check/checker.ts';
import { saveRules } from '../draft/save-rules.ts';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';
import { checkNumbers } from './check-numbers.ts';
import { lockNumbers } from './lock-numbers.ts';

const NOW = new Date('2022-04-08T06:30:00Z');

export interface Draft {
  readonly actor: Actor;
  readonly id: string;
}

/** Drafts of a round and what checkers find in them, in a database with registers of its own. */
export async function openNumberDrafts() {
  const database = await openRegisters();
  const { db } = database;
  const round = await openRoundForTests(db, NOW);

  async function findings(
    { actor, id }: Draft,
    check: Checker = checkNumbers,
    at: Database | Work = db,
  ) {
    const open = await openApplication(at, actor, id);
    const regions = regionsFrom(open.guide.guide.regions);
    if (!regions.ok) throw new Error(regions.code);
    const said = await saidApplication({ db: at, regions: regions.value }, open, NOW);
    return check(at, said, NOW);
  }

  return {
    ...database,
    findings,
    /** @param of whose draft it is too; without, a firm of its own */
    async draft(line = 'smart-factory', of?: Draft): Promise<Draft> {
      const actor = of?.actor ?? (await signInForTests(db, { role: 'filler' })).actor;
      const who = { organisation: actor.organisation.id, account: actor.account };
      return { actor, id: await applicationForTests(db, who, NOW, { round, line }) };
    },
    save({ actor, id }: Draft, fields: Readonly<Record<string, FieldValue>>) {
      const saves = Object.entries(fields).map(([path, value]) => ({ path, value, base: 1000 }));
      return saveDraft(db, actor, id, saves, NOW, saveRules());
    },
    /** Its verification codes that others use. */
    async codesUsed(own: Draft) {
      return (await findings(own, checkAudits)).filter(({ code }) => code === 'audit-code-used');
    },
    /** @param returned it came back once */
    state({ id }: Draft, state: string, returned = false) {
      const row = { state, number: `test-${id}`, returned_at: returned ? NOW : null };
      return db.updateTable('application').set(row).where('id', '=', id).execute();
    },
    async kept({ id }: Draft): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('used_number')
        .select(['kind', 'key'])
        .where('application_id', '=', id)
        .orderBy('key')
        .execute();
      return rows.map(({ kind, key }) => `${kind} ${key}`);
    },
    /** Received as a submission does it, if nothing of these numbers stands against it. */
    received: (own: Draft, check: Checker) =>
      change(db, BY_PROGRAM, NOW, async (work, record) => {
        await lockNumbers(work, own);
        const blocked = (await findings(own, check, work)).some(({ code }) =>
          code.endsWith('-used'),
        );
        if (!blocked) {
          await work
            .updateTable('application')
            .set({ state: 'submitted', number: `race-${own.id}` })
            .where('id', '=', own.id)
            .execute();
        }
        await record({
          subject: { kind: 'application', id: own.id },
          kind: 'application-submitted',
          after: { received: !blocked },
        });
        return !blocked;
      }),
  };
}

/** A row of 项目投入发票. */
export const invoice = (row: string, code: string, number: string, order = 0) => ({
  [`fact/项目投入发票/${row}`]: { order },
  [`fact/项目投入发票/${row}/发票代码`]: code,
  [`fact/项目投入发票/${row}/发票号码`]: number,
});

/** The verification code of an audit report. */
export const auditCode = (row: string, code: string) => ({
  [`audit/${row}`]: { order: 0 },
  [`audit/${row}/报备验证码`]: code,
});
