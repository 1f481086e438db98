import { deadlineJob } from '@fuchi/notices/deadline/deadline-job';
import { noticeJobs } from '@fuchi/notices/send/notice-jobs';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import { dailyAt } from '@fuchi/platform-server/jobs/daily-at';
import { type RecurringJob, recurringData } from '@fuchi/platform-server/jobs/job-kind';
import type { Mailer } from '@fuchi/platform-server/mail/mailer';
import { mailJob } from '@fuchi/platform-server/mail/send-letters';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { SmsGateway } from '@fuchi/platform-server/sms/sms-gateway';
import { sweepUploads } from '@fuchi/record-upload/upload-sweep';
import { sealJob } from '@fuchi/trail/seal-job';

export interface JobContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: { now(): Date };
  readonly box: SecretBox;
  /** Where letters go; undefined where none are sent. */
  readonly mailer: Mailer | undefined;
  readonly report: (text: string) => void;
  readonly letters: 'sent' | 'shown' | 'none';
  readonly publicUrl: string | undefined;
  /** What sends short messages; undefined where none are sent. */
  readonly gateway: SmsGateway | undefined;
}

/** What the portal does by itself, again and again. A feature adds its job here, in one line. */
export function recurringJobs(context: JobContext): readonly RecurringJob[] {
  const { db, files, clock, box, mailer, report } = context;
  const moment = () => ({ machine: new Date(), now: clock.now() });
  return [
    sealJob({ db, moment }),
    sweepJob(db, files),
    deadlineJob({ db, moment }),
    ...noticeJobs(context),
    ...(mailer ? [mailJob({ db, box, mailer, report })] : []),
  ];
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
