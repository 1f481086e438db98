import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_KINDS } from '@fuchi/trail/words/event-words';
import { isKnownField } from '@fuchi/trail/words/field-words';
import { describe, expect, test } from 'vitest';
import { writtenEvents } from './written-events.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Where the kind of an event isn't spelled beside its subject: the file, and the kinds that can stand there. A workflow
 * table's events are found in the table.
 */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  // Their tables name them.
  'features/accounts/change/decide-change.ts': [],
  'features/application/finalise/finalise.ts': [],
  'features/application/move/move.ts': [],
  'features/application/submit/submit.ts': [],
  'features/enterprise-registration/applicant/submit.ts': [
    'registration-submitted',
    'registration-resubmitted',
  ],
  'features/enterprise-registration/applicant/withdraw.ts': [],
  'features/enterprise-registration/recommender/decide-registration.ts': [],
  'records/round/round-write.ts': [],
  'features/sign-in/session/sign-in.ts': ['signed-in', 'signed-on'],
  'records/person/attempt-failure.ts': ['sign-in-failed', 'second-factor-failed'],
};

const sources = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'records',
    'features',
    'platform',
    'apps',
    'packages',
  ],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|fixture)\.tsx?$/.test(path))
  // What reads and keeps events of any kind.
  .filter((path) => !path.startsWith('records/event/') && path !== 'features/trail/contract.ts')
  .filter(
    (path) =>
      path !== 'features/trail/read/event-view.ts' && !path.startsWith('features/trail/words/'),
  )
  .filter((path) => existsSync(join(ROOT, path)))
  .map((path) => ({ path, ...writtenEvents(readFileSync(join(ROOT, path), 'utf8')) }));

describe('每种事件都有中文', () => {
  test('程序写的每一种', () => {
    const written = new Set([
      ...sources.flatMap(({ kinds }) => kinds),
      ...Object.values(ELSEWHERE).flat(),
    ]);
    const words = new Set(EVENT_KINDS.map(({ value }) => value));
    const missing = [...written].filter((kind) => !words.has(kind)).sort();
    expect(missing, 'give them words in features/trail/words/event-words.ts').toEqual([]);
    const unused = [...words].filter((kind) => !written.has(kind)).sort();
    expect(unused, 'nothing writes these any more').toEqual([]);
  });

  test('写在别处的，都说明了是哪些', () => {
    const found = sources.filter(({ elsewhere }) => elsewhere.length > 0).map(({ path }) => path);
    expect(found.sort(), 'say in this test which kinds can stand there').toEqual(
      Object.keys(ELSEWHERE).sort(),
    );
  });

  test('写进去的每一栏也有中文', () => {
    const fields = new Set(sources.flatMap((source) => source.fields));
    const missing = [...fields].filter((field) => /^[a-zA-Z]/.test(field) && !isKnownField(field));
    expect(missing.sort(), 'give them words in features/trail/words/field-words.ts').toEqual([]);
  });
});

test('写法不同也找得到', () => {
  expect(
    writtenEvents(`
      await record({ subject: { kind: 'account', id }, kind: late ? 'too-late' : 'in-time', after: { n, 'm-o': 1 } });
      record({ subject, kind: how.kind });
      const table = { submit: { from: ['a'], to: 'b', by: [], event: 'sent' } };
      const other = { kind: 'text', event: 'none' };
    `),
  ).toEqual({
    kinds: ['too-late', 'in-time', 'sent'],
    elsewhere: ['how.kind'],
    fields: ['n', 'm-o'],
  });
});
