import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@fuchi/platform-server/database/embedded-server';
import { migrate } from '@fuchi/platform-server/database/migrate';
import { readMigrations } from '@fuchi/platform-server/database/migrations';
import type { TestProject } from 'vitest/node';

/** One real PostgreSQL for all tests of the project `database`; each file takes a copy of its database. */
export default async function databaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'fuchi-test-database-'));
  // Started by root, the server has an account of its own, which must get to its folder.
  await chmod(folder, 0o711);
  const server = await startEmbedded(folder, {
    // What a test writes needn't outlive the machine.
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=200',
    ],
  });
  const end = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(server.url, await readMigrations());
  } catch (error) {
    await end();
    throw error;
  }
  project.provide('databaseServer', server.url);
  return end;
}
