import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type { Round } from '@fuchi/record-round/round';
import { ROUND } from '@fuchi/record-round/round-workflow';
import type { SheetRow } from '@fuchi/record-sign-off/contract';
import { signOffsOf } from '@fuchi/record-sign-off/sign-off-store';
import { decide } from '@fuchi/workflow/workflow';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { type ChangeImpact, changeImpact } from '../impact/change-impact.ts';
import { ROUND_KEEPERS } from '../readers.ts';
import { badPart, type RoundRefusal, roundFault } from '../refusal.ts';
import type { RoundSetupContext } from '../round-setup-context.ts';
import { contentOf, lockInReach, roundInReach } from '../setup/round-in-reach.ts';
import { guardFindings } from '../setup/round-view.ts';
import { roundWorld, toldFaults } from '../setup/round-world.ts';
import { unkeptFaults } from '../setup/unkept-faults.ts';
import { begin } from './give-command.ts';
import { changeRows, signedContent } from './proposal.ts';

type Body = contract.ChangeBody;

const PREVIEW: DeskOperation<undefined, Body, contract.ChangePreview> = {
  id: 'previewRoundChange',
  method: 'POST',
  path: '/api/desk/rounds/{round}/changes/preview',
  permission: ROUND_KEEPERS,
  says: '查看一项变更改了什么、影响哪些申报',
  body: contract.changeBody,
  reply: contract.changePreview,
};
const CHANGE: DeskOperation<undefined, Body, z.infer<typeof contract.commandDone>> = {
  id: 'changeRound',
  method: 'POST',
  path: '/api/desk/rounds/{round}/changes',
  permission: ROUND_KEEPERS,
  says: '把已发布批次的变更送签',
  body: contract.changeBody,
  reply: contract.commandDone,
};

/** A change of a round, and what it would do. */
interface Compared {
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  readonly rows: readonly SheetRow[];
  readonly impact: ChangeImpact;
}

/** Changes of a published round: a longer deadline, a corrected guide. They are looked at, sent and signed. */
export function changeRoutes(routes: DeskRoutes<Actor>, context: RoundSetupContext): void {
  const { db, moment } = context;

  routes.add(PREVIEW, async ({ actor, params, body, request, reply }) => {
    const who = demandActor(actor);
    const round = await roundInReach(db, who, pathId(params, 'round'));
    if (round.revision !== body.revision) throw roundFault({ code: 'changed-meanwhile' });
    const { faults, rows, impact } = await compared(context, round, body, askingOf(request, reply));
    return {
      faults: [...faults],
      rows: [...rows],
      impact: { ...impact, rows: [...impact.rows] },
    };
  });

  routes.add(CHANGE, async ({ actor, params, body, request, reply }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const id = pathId(params, 'round');
    // Worked out before anything is locked; what was compared is compared by its revision below.
    const seen = await roundInReach(db, who, id);
    if (seen.revision !== body.revision) throw roundFault({ code: 'changed-meanwhile' });
    const { faults, rows, impact } = await compared(context, seen, body, askingOf(request, reply));
    if (faults.length > 0) throw roundFault({ code: 'faults', faults: faults.map(named) });
    if (rows.length === 0) throw roundFault({ code: 'nothing-changed' });
    const done = await changeOrRefuse<Round, RoundRefusal>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const round = await lockInReach(work, who, id);
        if (!round) return refuse({ code: 'no-such' });
        if (round.revision !== body.revision) return refuse({ code: 'changed-meanwhile' });
        const signOffs = await signOffsOf(work, { kind: 'round', id });
        const may = decide(ROUND, round.state, body.command, {
          role: who.role,
          said: body.said,
          findings: guardFindings(round, signOffs, now),
        });
        if (!may.ok) return refuse({ code: 'refused', refused: may.refused });
        const sheet = {
          rows: [...rows, impactRow(impact), ...impact.rows],
          comparedWith: '现行内容',
        };
        const payload = { revision: round.revision, content: contentOfBody(body) };
        const content = signedContent(body.command, round.name, sheet, body.said, payload);
        await begin(work, record, round, body.command, content, { actor: who, now }, refuse);
        return round;
      },
    );
    if (!done.ok) throw roundFault(done.refused);
    return { state: done.value.state, revision: done.value.revision };
  });
}

async function compared(
  context: RoundSetupContext,
  round: Round,
  body: Body,
  asking: Asking,
): Promise<Compared> {
  const { db, regions, moment } = context;
  const { now } = moment();
  const proposed = contentOfBody(body);
  const unkept = await unkeptFaults(db, proposed);
  if (unkept.length > 0) throw roundFault({ code: 'faults', faults: unkept });
  const current = await contentOf(db, round);
  const before = { content: current, world: await roundWorld(db, regions, current) };
  const after = { content: proposed, world: await roundWorld(db, regions, proposed) };
  return {
    // To open a round anew whose deadlines have all passed would open nothing.
    faults: toldFaults(proposed, after.world, body.command === 'reopen' ? now : undefined),
    rows: changeRows(before, after),
    impact: await changeImpact(context, round, before, after, asking, now),
  };
}

function contentOfBody({ name, guide, settings, recommenders }: Body): contract.RoundContentBody {
  return { name, guide, settings, recommenders };
}

function impactRow({ applications, changed }: ChangeImpact): SheetRow {
  return {
    section: '受影响的申报',
    label: '合计',
    value: `${applications}个申报中有${changed}个的结论或补助上限改变`,
  };
}

function named({ path, message }: { readonly path: string; readonly message: string }) {
  return badPart(path, 'round-fault', message, message);
}
