import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@fuchi/platform-server/database/embedded-server';
import { programRoot } from '@fuchi/platform-server/program-root';

/** The shipped program as a process of its own over a PostgreSQL that outlives it; with the settings it ships with. */
export interface PortalProcess {
  readonly url: string;
  readonly databaseUrl: string;
  /** Ends the program as a power cut does, and starts it again at the same address. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

export async function startPortalProcess(): Promise<PortalProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'fuchi-bench-'));
  await chmod(folder, 0o711);
  const database = await startEmbedded(join(folder, 'database'));
  const env = {
    DATABASE_URL: database.url,
    FUCHI_DATA: join(folder, 'data'),
    FUCHI_RATE: '1000000',
    // Each applicant has an address of his own.
    FUCHI_TRUSTED_PROXIES: '127.0.0.1',
    FUCHI_LOG: 'error',
  };
  const end = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  let { child, url } = await start({ ...env, PORT: '0' }).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const { port } = new URL(url);
  return {
    url,
    databaseUrl: database.url,
    async killAndRestart() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      ({ child, url } = await start({ ...env, PORT: port }));
    },
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await end();
    },
  };
}

async function start(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const program = join(programRoot(), 'apps/cli/fuchi.mjs');
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((done, fail) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const address = /环境 (http:\/\/[^/\s]+)\//.exec(said)?.[1];
      if (address !== undefined) done(address);
    });
    child.once('exit', (code) => fail(new Error(`the portal ended with ${code}: ${said}`)));
  });
  return { child, url };
}
