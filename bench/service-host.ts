import { join } from 'node:path';
import { assessing } from '@fuchi/assessment/http-answer';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { openAssessors } from '@fuchi/server/assessors';
import { openPortal } from '@fuchi/server/portal';
import type { Answering } from './service.ts';

/** Serves the portal for `service.ts` until the process is ended; says where. */
export async function hostService(answering: Answering): Promise<void> {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults');
  const { checked: guide, files } = loaded;
  const here = assessing(guide);
  const assessors =
    answering === 'threads'
      ? openAssessors(guide, console.error)
      : {
          ask: async (task: Parameters<typeof here>[0]) => here(task),
          warm() {},
          async close() {},
        };
  assessors.warm();
  const portal = await openPortal({
    pages: join(programRoot(), 'apps/web/dist'),
    guide,
    files,
    report: console.error,
    rates: { ready: 1_000_000, answers: 1_000_000 },
    trustedProxies: ['127.0.0.1'],
    assessors,
  });
  console.log(await portal.listen({ host: '127.0.0.1', port: 0 }));
}
