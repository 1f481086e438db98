import { join } from 'node:path';
import { listen, parsePort } from '@fuchi/platform-server/listen';
import { programRoot } from '@fuchi/platform-server/program-root';
import { openAssessors } from './assessors.ts';
import { guideLine, openGuide } from './open-guide.ts';
import { openPortal } from './portal.ts';
import { ratesOf, trustedProxiesOf, workersOf } from './settings.ts';

const PAGES = join(programRoot(), 'apps/web/dist');
const GUIDE = join(programRoot(), 'guides/jiangsu-2022');

/** Runs the portal where PORT and HOST say, over the guide FUCHI_GUIDE names, until the process is told to end. */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<void> {
  const asked = parsePort(env['PORT'] ?? '3000');
  const host = env['HOST'] ?? '127.0.0.1';
  const rates = ratesOf(env);
  const trustedProxies = trustedProxiesOf(env);
  const { guide, files } = await openGuide(env['FUCHI_GUIDE'] ?? GUIDE);
  say(`fuchi: 指南 ${guideLine(guide)}`);
  const assessors = openAssessors(guide, console.error, workersOf(env));
  const portal = await openPortal({
    pages: PAGES,
    guide,
    files,
    report: console.error,
    rates,
    trustedProxies,
    assessors,
  });
  const port = await listen(portal, { host, port: asked });
  // Not before: threads would keep a process alive that can't listen.
  assessors.warm();
  if (asked !== 0 && port !== asked) {
    say(`fuchi: port ${asked} is taken, using ${port}. 端口 ${asked} 已被占用，改用 ${port}。`);
  }
  say(`fuchi: http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void portal.close());
  }
}
