import type { Database } from '@fuchi/platform-server/database/open-database';
import type { NamedFault } from '@fuchi/platform-server/http-fault';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Organisation } from '@fuchi/record-organisation/organisation';
import {
  lockOrganisation,
  organisationByCode,
  recommendersFor,
} from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { consumeUpload } from '@fuchi/record-upload/upload-store';
import { consumeRefusedText } from '@fuchi/record-upload/upload-text';
import { parseCreditCode } from '@fuchi/values/credit-code';
import type { AskChangeBody } from '../contract-change.ts';

type Faults = readonly NamedFault[];

/** An enterprise asks for another name, or to go into another. @returns the change's id, or all that is wrong */
export async function askChange(
  db: Database,
  actor: Actor,
  asked: AskChangeBody,
  now: Date,
): Promise<Changed<string, Faults>> {
  return changeOrRefuse<string, Faults>(db, byActor(actor), now, async (work, record, refuse) => {
    const unit = await lockOrganisation(work, actor.organisation.id);
    const waiting = await work
      .selectFrom('unit_change')
      .select('id')
      .where('organisation_id', '=', actor.organisation.id)
      .where('state', 'in', ['consent', 'submitted'])
      .executeTakeFirst();
    if (waiting) return refuse([fault('', 'waits-already', '已有一件变更申请在办，请等它办结')]);
    const recommender = unit && (await recommenderOf(work, unit));
    if (unit?.status !== 'active' || !recommender)
      return refuse([fault('', 'no-recommender', '本单位所在地还没有推荐单位，暂时不能申请')]);
    const into =
      asked.kind === 'merge'
        ? await organisationByCode(work, plainCode(asked.intoCode))
        : undefined;
    const faults = [...contentFaults(asked, unit, into)];
    const { proof: upload } = asked;
    const used = await consumeUpload(work, {
      upload,
      account: actor.account,
      purpose: 'unit-change',
    });
    if (!used.ok)
      faults.push(
        fault('proof', used.refused.code, consumeRefusedText(used.refused, 'unit-change')),
      );
    if (faults.length > 0) return refuse(faults);
    const state = asked.kind === 'merge' ? 'consent' : 'submitted';
    const { id } = await work
      .insertInto('unit_change')
      .values({
        organisation_id: unit.id,
        kind: asked.kind,
        new_name: asked.kind === 'rename' ? asked.newName : null,
        into_id: into?.id ?? null,
        people: asked.kind === 'merge' ? asked.people : null,
        reason: asked.reason,
        proof_upload_id: upload,
        recommender_id: recommender.id,
        asked_by: actor.account,
        state,
        asked_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record({
      subject: { kind: 'organisation', id: unit.id },
      kind: 'unit-change-asked',
      after: {
        change: id,
        state,
        recommender: recommender.id,
        ...asked,
        proof: used.ok ? used.file.digest : undefined,
      },
    });
    return id;
  });
}

/** The unit of industry nearest to an enterprise decides about its name. */
export async function recommenderOf(
  db: Parameters<typeof recommendersFor>[0],
  { territory }: Pick<Organisation, 'territory'>,
): Promise<Organisation | undefined> {
  if (territory === undefined) return undefined;
  const near = await recommendersFor(db, territory);
  return near.find(({ department }) => department === '工信') ?? near[0];
}

function contentFaults(
  asked: AskChangeBody,
  unit: Organisation,
  into: Organisation | undefined,
): Faults {
  if (asked.kind === 'rename') {
    return asked.newName === unit.name
      ? [fault('newName', 'same-name', '新名称与现在的名称相同')]
      : [];
  }
  if (!into) return [fault('intoCode', 'no-unit', '没有这个代码的已注册单位')];
  return into.id === unit.id ? [fault('intoCode', 'itself', '不能并入自己')] : [];
}

function plainCode(typed: string): string {
  const code = parseCreditCode(typed);
  return code.ok ? code.value.text : typed.trim().toUpperCase();
}

function fault(path: string, code: string, message: string): NamedFault {
  return { path, code, message, messageEn: code };
}
