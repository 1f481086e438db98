import { join } from 'node:path';
import { listen, parsePort } from '@fuchi/platform-server/listen';
import { openPortal } from './portal.ts';

const PAGES = join(import.meta.dirname, '../web/dist');

/** Runs the portal where PORT and HOST say, until the process is told to end. */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
): Promise<void> {
  const asked = parsePort(env['PORT'] ?? '3000');
  const host = env['HOST'] ?? '127.0.0.1';
  const portal = await openPortal({ pages: PAGES });
  const port = await listen(portal, { host, port: asked });
  if (asked !== 0 && port !== asked) {
    say(`fuchi: port ${asked} is taken, using ${port}. 端口 ${asked} 已被占用，改用 ${port}。`);
  }
  say(`fuchi: http://${host.includes(':') ? `[${host}]` : host}:${port}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void portal.close());
  }
}
