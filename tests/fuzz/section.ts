import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Section } from '../proof/section.ts';

const REQUESTS = 10_000;
const SHOWN = 10;
const ROOT = join(import.meta.dirname, '../..');

const found = z.strictObject({
  operations: z.int(),
  each: z.int(),
  requests: z.int(),
  seed: z.int(),
  byStatus: z.record(z.string(), z.int()),
  succeeded: z.int(),
  events: z.int(),
  faults: z.array(z.string()),
});

/** Every operation of the desk asked what its contract takes and what it doesn't, as every role, in one portal. */
export const FUZZ: Section = {
  id: 'fuzz',
  async write() {
    const folder = await mkdtemp(join(tmpdir(), 'fuchi-fuzz-'));
    const report = join(folder, 'report.json');
    try {
      // As the test that runs it in small: with a PostgreSQL of its own, which Vitest's set-up starts.
      const child = spawn(
        process.execPath,
        [
          join(ROOT, 'node_modules/vitest/vitest.mjs'),
          ...['run', '--project', 'database', 'tests/fuzz/fuzz.db.test.ts'],
        ],
        {
          cwd: ROOT,
          stdio: ['ignore', 'inherit', 'inherit'],
          env: {
            ...process.env,
            FUCHI_FUZZ_REQUESTS: String(REQUESTS),
            FUCHI_FUZZ_REPORT: report,
          },
        },
      );
      await once(child, 'exit');
      if (!existsSync(report)) throw new Error('the long run broke off; what it said stands above');
      return textOf(found.parse(JSON.parse(await readFile(report, 'utf8'))));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

function textOf(run: z.infer<typeof found>): string {
  const answers = Object.entries(run.byStatus)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, count]) => `| ${kind} | ${count.toLocaleString('en')} |`);
  const faults = run.faults
    .slice(0, SHOWN)
    .map((fault) => `- ${JSON.stringify(fault.slice(0, 300))}`);
  return [
    '## Requests nobody would make',
    INTRODUCTION,
    `${run.requests.toLocaleString('en')} requests, ${run.each} of each of ${run.operations} operations (seed ${run.seed}), ${run.succeeded} of them answered with success at least once; ${run.events.toLocaleString('en')} events in the trail, which verifies afterwards. Faults: ${run.faults.length === 0 ? 'none' : `**${run.faults.length}**`}.`,
    ['| answer | requests |', '|---|--:|', ...answers].join('\n'),
    ...(faults.length > 0 ? [faults.join('\n')] : []),
  ].join('\n\n');
}

const INTRODUCTION = `Each operation of the desk is asked, made from its own contract: bodies and queries it takes and
such as were maimed (parts missing, replaced, wrapped, of another type, too long, with characters that have broken
programs before), addresses of objects one has, of others' and of none, other methods, strange headers, as nobody and as
every role, in an order drawn at random, all against one portal and one database. A fault is: an answer of 500 or more,
no answer within a minute, anything of the program's or the database's inside in an answer, a mark that stands in every
text of somebody else's objects, or a trail that doesn't verify.`;
