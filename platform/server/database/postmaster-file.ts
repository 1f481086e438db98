import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A database server that runs, or ran and was killed, over a cluster's folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It answers; while it starts or recovers it doesn't yet. */
  readonly ready: boolean;
}

/**
 * Which server the cluster's `postmaster.pid` names; undefined when there is none, or the process it names is gone.
 * The file outlives a server that was killed, so the process is asked for.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const [pid = 0, , , port = 0] = lines.map(Number);
  if (!(pid > 0 && port > 0)) return undefined;
  return isAlive(pid) ? { pid, port, ready: lines[7] === 'ready' } : undefined;
}

/** Whether a process of that number runs, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
