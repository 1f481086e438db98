import type { TaskSource } from '@fuchi/record-task/task';
import { changesFor, unitChangeOf } from './unit-change-store.ts';

const MOST = 100;

/** What waits for a recommender's decision, and mergers that wait for the other enterprise's consent. */
export const unitChangeTasks: TaskSource = async (db, actor) => {
  const own = actor.role === 'applicant-admin';
  let query = changesFor(db, actor).where('c.state', '=', own ? 'consent' : 'submitted');
  if (own) query = query.where('c.into_id', '=', actor.organisation.id);
  const rows = await query.orderBy('c.asked_at').limit(MOST).execute();
  return rows.map(unitChangeOf).map(({ id, kind, unit, askedAt }) => ({
    id: `unit-change-${id}`,
    title: own
      ? `${unit.name}申请并入本单位`
      : `审核${kind === 'rename' ? '更名' : '并入'}：${unit.name}`,
    to: own ? '/people' : `/unit-changes/${id}`,
    since: askedAt,
    due: null,
  }));
};
