import { type WorkerPool, workerPool } from '@fuchi/platform-server/answering/worker-pool';
import {
  ANSWER_WAIT,
  ANSWERS_WAITING,
  GUIDE_MEMORY,
  GUIDE_TIME,
} from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { GuideOutcome, GuideTask } from '@fuchi/round-setup/guide/guide-work';
import { workerThreads } from './worker-threads.ts';

/** One at a time: a guide is published a few times a year. */
const WORKERS = 1;

/** The thread that checks guides; it starts with the first one. */
export function openGuideWorkers(
  guide: CheckedGuide,
  report: (text: string) => void,
): WorkerPool<GuideTask, GuideOutcome> {
  return workerPool({
    start: workerThreads('apps/server/guide-worker.ts', guide, GUIDE_MEMORY),
    size: WORKERS,
    timeLimit: GUIDE_TIME,
    waitLimit: ANSWER_WAIT + GUIDE_TIME,
    waiting: ANSWERS_WAITING,
    advice: {
      zh: '请用命令行 fuchi check 检查指南',
      en: 'Check the guide with the command line: fuchi check',
    },
    report,
  });
}
