import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { mergeOrganisation } from '@fuchi/record-organisation/close-organisation';
import { renameOrganisation } from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { decide, type Refused } from '@fuchi/workflow/workflow';
import type { ChangeDecisionBody } from '../contract-change.ts';
import { changeFindings } from './change-findings.ts';
import { changeFor, type UnitChange } from './unit-change-store.ts';
import { UNIT_CHANGE, type UnitChangeGuard } from './unit-change-workflow.ts';

export type DecideRefused = { readonly code: 'no-such' } | Refused<UnitChangeGuard>;

/** Agrees, declines, approves, refuses or withdraws; what follows from an approval happens at once or not at all. */
export async function decideChange(
  db: Database,
  actor: Actor,
  id: string,
  { command, said }: ChangeDecisionBody,
  now: Date,
): Promise<Changed<void, DecideRefused>> {
  return changeOrRefuse<void, DecideRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const change = await changeFor(work, actor, id, true);
      if (!change) return refuse({ code: 'no-such' });
      const findings = changeFindings(change, actor);
      const asked = { role: actor.role, findings, said };
      const decision = decide(UNIT_CHANGE, change.state, command, asked);
      if (!decision.ok) return refuse(decision.refused);
      await work
        .updateTable('unit_change')
        .set({
          state: decision.to,
          opinion: said === '' ? change.opinion : said,
          decided_at: UNIT_CHANGE.states[decision.to].final ? now : null,
        })
        .where('id', '=', id)
        .execute();
      await record({
        subject: { kind: 'organisation', id: change.unit.id },
        kind: decision.event,
        before: { change: id, state: change.state },
        after: { state: decision.to, ...(said !== '' && { said }) },
      });
      if (decision.to === 'approved' && !(await carryOut(work, record, change, now)))
        refuse({ code: 'guard', guard: 'units-there', facts: { unit: change.unit.name } });
    },
  );
}

/** @returns false where a unit has gone meanwhile */
async function carryOut(
  work: Work,
  record: Recorder,
  { unit, newName, into, people }: UnitChange,
  now: Date,
): Promise<boolean> {
  if (newName !== undefined)
    return renameOrganisation(work, record, { id: unit.id, name: newName });
  if (!into || people === undefined) throw new Error('a merger into nothing');
  const merger = { from: unit.id, into: into.id, people, day: localDay(now) };
  return 'moved' in (await mergeOrganisation(work, record, merger, now));
}
