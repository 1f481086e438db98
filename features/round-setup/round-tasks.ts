import { allRounds } from '@fuchi/record-round/round-store';
import { signOffsOf } from '@fuchi/record-sign-off/sign-off-store';
import type { Task, TaskSource } from '@fuchi/record-task/task';
import { ROUND_KEEPERS } from './readers.ts';

/** What waits for whoever prepares rounds: drafts to be finished or mended, and rounds all of whose clocks have run out. */
export const roundTasks: TaskSource = async (db, actor, now) => {
  if (!ROUND_KEEPERS.some((role) => role === actor.role)) return [];
  const rounds = await allRounds(db, ['draft', 'open']);
  const tasks = await Promise.all(
    rounds.map(async ({ id, name, state, settings, createdAt }): Promise<readonly Task[]> => {
      const to = `/rounds/${id}`;
      if (state === 'draft') {
        const [last] = await signOffsOf(db, { kind: 'round', id }, 'publish');
        const back = last?.state === 'declined';
        const title = back ? `按意见修改后重新送签：${name}` : `编制申报批次：${name}`;
        return [{ id: `round-${id}`, title, to, since: last?.endedAt ?? createdAt, due: null }];
      }
      const ends = settings.clocks.filter(({ kind }) => kind !== 'opening').map(({ at }) => at);
      const last = Math.max(...ends.map((at) => Date.parse(at)));
      if (ends.length === 0 || last > now.getTime()) return [];
      return [
        { id: `round-${id}`, title: `结束申报批次：${name}`, to, since: new Date(last), due: null },
      ];
    }),
  );
  return tasks.flat();
};
