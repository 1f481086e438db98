import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import { dailyAt } from '@fuchi/platform-server/jobs/daily-at';
import { type RecurringJob, recurringData } from '@fuchi/platform-server/jobs/job-kind';
import { sweepUploads } from '@fuchi/record-upload/upload-sweep';
import { sealJob } from '@fuchi/trail/seal-job';

export interface JobContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: { now(): Date };
}

/** What the portal does by itself, again and again. A feature adds its job here, in one line. */
export function recurringJobs({ db, files, clock }: JobContext): readonly RecurringJob[] {
  const moment = () => ({ machine: new Date(), now: clock.now() });
  return [sealJob({ db, moment }), sweepJob(db, files)];
}

/** Takes away what was uploaded and never used; a large store takes its time. */
function sweepJob(db: Database, files: FileStore): RecurringJob {
  return {
    name: 'sweep-uploads',
    data: recurringData,
    next: dailyAt('03:30'),
    mostSeconds: 3_600,
    async run() {
      await sweepUploads(db, files, new Date());
    },
  };
}
