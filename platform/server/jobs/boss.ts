import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Work } from '../database/open-database.ts';
import type { JobKind } from './job-kind.ts';

/** Connections the queue holds beside the pool. */
const CONNECTIONS = 2;
const RETRIES = 8;
const SECONDS = 60;
/** After which a failed job is tried again first; doubled each time, with some chance in it. */
const FIRST_DELAY = 5;
/** Nothing that waits is ever thrown away for having waited. */
const KEPT_DAYS = 3_650;
/** How often dead processes' jobs are looked for, in seconds. */
const UPKEEP = 30;

/** pg-boss as this program uses it: without its own calendar, which knows only the machine's clock. */
export function openBoss(url: string, report: (text: string) => void, upkeep = UPKEEP): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'fuchi-jobs',
    schedule: false,
    maintenanceIntervalSeconds: upkeep,
    retentionDays: KEPT_DAYS,
  });
  boss.on('error', (error) => report(`jobs: ${error.message}`));
  return boss;
}

/** The queue of a kind, with what the kind says of retries and time; the same again where it is there. */
export async function makeQueue<Data extends object>(
  boss: PgBoss,
  kind: JobKind<Data>,
): Promise<void> {
  const queue = {
    name: kind.name,
    // One that waits with a key stands for all others with it.
    policy: 'short',
    retryLimit: kind.retries ?? RETRIES,
    retryDelay: FIRST_DELAY,
    retryBackoff: true,
    expireInSeconds: kind.mostSeconds ?? SECONDS,
    retentionDays: KEPT_DAYS,
  } as const;
  await boss.createQueue(kind.name, queue);
  await boss.updateQueue(kind.name, queue);
}

/** Lets pg-boss ask within a transaction of ours. */
export function within(work: Work): PgBoss.Db {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await work.executeQuery<object>(CompiledQuery.raw(text, values));
      return { rows: [...rows] };
    },
  };
}
