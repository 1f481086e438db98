import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programRoot } from '@fuchi/platform-server/program-root';
import { median } from './compare.ts';

/** Whether the server's own thread assesses, as it once did, or threads beside it. */
export type Answering = 'in place' | 'threads';

/** What a client waits while another sends the costliest question it may, several at a time: milliseconds. */
export interface Waited {
  readonly answering: Answering;
  readonly asks: string;
  readonly alone: number;
  readonly besieged: number;
  /** The longest of those. */
  readonly worst: number;
}

/** In place each round waits for some costly questions. */
const ROUNDS = 9;
const AT_ONCE = 4;
/** As many rows as one question may hold of the table whose rows cost most. */
const COSTLY = JSON.stringify({ facts: { 并购项目: Array(500).fill({}) } });
const ASKS = [
  ['a look-up (the facts of a line)', '/api/lines/tech-upgrade/facts', undefined],
  ['an ordinary assessment of one line', '/api/lines/data-product/assess', '{"facts":{}}'],
] as const;

/** Both ways, one after the other, each in a process of its own. */
export async function service(): Promise<readonly Waited[]> {
  return [...(await waitedFor('in place')), ...(await waitedFor('threads'))];
}

async function waitedFor(answering: Answering): Promise<readonly Waited[]> {
  const host = spawn(process.execPath, ['tools/bench.mjs', 'host', answering], {
    cwd: programRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(host);
    const alone: number[][] = [];
    for (const ask of ASKS) alone.push(await times(url, ask));
    const siege = besiege(url);
    const besieged: number[][] = [];
    for (const ask of ASKS) besieged.push(await times(url, ask));
    await siege.end();
    return ASKS.map(([asks], n) => ({
      answering,
      asks,
      alone: median(alone[n] ?? []),
      besieged: median(besieged[n] ?? []),
      worst: Math.max(...(besieged[n] ?? [])),
    }));
  } finally {
    host.kill();
  }
}

async function addressOf(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('the host says nothing');
  const [said]: Buffer[] = await once(host.stdout, 'data');
  return String(said).trim();
}

async function times(url: string, [, path, body]: (typeof ASKS)[number]): Promise<number[]> {
  const taken: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const start = performance.now();
    const status = await send(`${url}${path}`, '192.0.2.2', body);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    if (round >= 0) taken.push(performance.now() - start);
  }
  return taken;
}

/** One client that always has several costly questions under way. */
function besiege(url: string): { end: () => Promise<void> } {
  let going = true;
  const senders = Array.from({ length: AT_ONCE }, async () => {
    while (going) await send(`${url}/api/assess`, '192.0.2.1', COSTLY);
  });
  return {
    end: async () => {
      going = false;
      await Promise.all(senders);
    },
  };
}

async function send(url: string, client: string, body: string | undefined): Promise<number> {
  const answer = await fetch(url, {
    headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
    ...(body !== undefined && { method: 'POST', body }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
