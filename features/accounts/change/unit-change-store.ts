import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import { isUnitChangeState, type UnitChangeState } from './unit-change-workflow.ts';

/** A change an enterprise asks for, with the units it concerns as they are now. */
export interface UnitChange {
  readonly id: string;
  readonly kind: 'rename' | 'merge';
  readonly state: UnitChangeState;
  readonly unit: ConcernedUnit;
  readonly newName: string | undefined;
  readonly into: ConcernedUnit | undefined;
  readonly people: 'move' | 'end' | undefined;
  readonly reason: string;
  readonly recommender: string;
  readonly askedBy: { readonly account: string; readonly name: string };
  readonly askedAt: Date;
  readonly decidedAt: Date | undefined;
  readonly opinion: string | undefined;
  readonly proof: {
    readonly name: string;
    readonly size: number;
    readonly type: FileType;
    readonly digest: string;
  };
}

export interface ConcernedUnit {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | undefined;
  readonly active: boolean;
}

/** What the actor's enterprise asked for or was asked for, or what was handed in to the actor's recommender. */
export function changesFor(db: Database | Work, { role, organisation }: Actor) {
  const query = db
    .selectFrom('unit_change as c')
    .innerJoin('organisation as unit', 'unit.id', 'c.organisation_id')
    .leftJoin('organisation as target', 'target.id', 'c.into_id')
    .innerJoin('organisation as recommender', 'recommender.id', 'c.recommender_id')
    .innerJoin('account as asker', 'asker.id', 'c.asked_by')
    .innerJoin('upload as proof', 'proof.id', 'c.proof_upload_id')
    .select([
      'c.id',
      'c.kind',
      'c.state',
      'c.new_name as newName',
      'c.people',
      'c.reason',
      'c.opinion',
      'c.asked_at as askedAt',
      'c.decided_at as decidedAt',
      'unit.id as unitId',
      'unit.name as unitName',
      'unit.credit_code as unitCode',
      'unit.status as unitStatus',
      'target.id as intoId',
      'target.name as intoName',
      'target.credit_code as intoCode',
      'target.status as intoStatus',
      'recommender.name as recommender',
      'asker.id as askerId',
      'asker.name as askerName',
      'proof.name as proofName',
      'proof.size as proofSize',
      'proof.type as proofType',
      'proof.digest as proofDigest',
    ]);
  switch (role) {
    case 'applicant-admin':
      return query.where((w) =>
        w.or([w('c.organisation_id', '=', organisation.id), w('c.into_id', '=', organisation.id)]),
      );
    case 'recommender-handler':
    case 'recommender-lead':
      // What the other enterprise hasn't agreed to isn't the recommender's affair yet.
      return query
        .where('c.recommender_id', '=', organisation.id)
        .where('c.state', '<>', 'consent');
    default:
      return query.where('c.id', 'is', null);
  }
}

/** One of `changesFor`; locked for whoever changes it. */
export async function changeFor(
  db: Database | Work,
  actor: Actor,
  id: string,
  lock = false,
): Promise<UnitChange | undefined> {
  const query = changesFor(db, actor).where('c.id', '=', id);
  const row = await (lock ? query.forUpdate('c') : query).executeTakeFirst();
  return row && unitChangeOf(row);
}

type ChangeRow = Awaited<ReturnType<ReturnType<typeof changesFor>['execute']>>[number];

export function unitChangeOf(row: ChangeRow): UnitChange {
  const { proofType, proofDigest } = row;
  if (!isUnitChangeState(row.state)) throw new Error(`a unit change in no state: ${row.state}`);
  if (proofType === null || !isFileType(proofType) || proofDigest === null) {
    throw new Error(`unit change ${row.id} refers to an upload that isn't whole`);
  }
  return {
    id: row.id,
    kind: row.kind === 'merge' ? 'merge' : 'rename',
    state: row.state,
    unit: concerned(row.unitId, row.unitName, row.unitCode, row.unitStatus),
    newName: row.newName ?? undefined,
    into:
      row.intoId === null
        ? undefined
        : concerned(row.intoId, row.intoName, row.intoCode, row.intoStatus),
    people: row.people === 'move' || row.people === 'end' ? row.people : undefined,
    reason: row.reason,
    recommender: row.recommender,
    askedBy: { account: row.askerId, name: row.askerName },
    askedAt: row.askedAt,
    decidedAt: row.decidedAt ?? undefined,
    opinion: row.opinion ?? undefined,
    proof: {
      name: row.proofName,
      size: Number(row.proofSize),
      type: proofType,
      digest: proofDigest,
    },
  };
}

function concerned(
  id: string,
  name: string | null,
  creditCode: string | null,
  status: string | null,
): ConcernedUnit {
  return { id, name: name ?? '', creditCode: creditCode ?? undefined, active: status === 'active' };
}
