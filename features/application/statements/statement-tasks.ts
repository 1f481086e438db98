import type { TaskSource } from '@fuchi/record-task/task';
import { withClocks } from './asked-clocks.ts';
import { RECOMMENDERS } from './recommenders.ts';
import { statementsFor } from './statement-store.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

const MOST = 100;

/** What applicants ask of a recommender's own unit, and can still be told. */
export const statementTasks: TaskSource = async (db, actor) => {
  if (!RECOMMENDERS.includes(actor.role)) return [];
  const asked = await statementsFor(db, actor, { state: 'asked' });
  const waiting = asked.filter(({ open }) => open).slice(0, MOST);
  return (await withClocks(db, waiting)).map(({ statement, deadline }) => ({
    id: `statement-${statement.id}`,
    title: `出具${STATEMENT_NAMES[statement.kind]}：${statement.organisationName}`,
    to: '/statements',
    since: statement.askedAt,
    due: deadline ?? null,
  }));
};
