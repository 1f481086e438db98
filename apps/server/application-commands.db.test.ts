import { CHAIN_START } from '@fuchi/record-event/event-digest';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApplicationDesk } from './application-desk.fixture.ts';
import { completeForTests, sealForTests } from './complete-application.fixture.ts';

type Desk = Awaited<ReturnType<typeof openApplicationDesk>>;
type State = 'draft' | 'finalised' | 'submitted';
let desk: Desk;
beforeAll(async () => {
  desk = await openApplicationDesk('talentTraining');
  const { db, at, round, application, person } = desk;
  await completeForTests(db, { application, round, account: person.account }, at.clock.at);
});
afterAll(() => desk.close());

/** Where a command leads from each state; what isn't here is refused. */
const LEADS: Readonly<Record<string, Partial<Record<State, State>>>> = {
  finalise: { draft: 'finalised' },
  reopen: { finalised: 'draft' },
  submit: { finalised: 'submitted', submitted: 'submitted' },
  withdraw: { submitted: 'draft' },
};
const COMMANDS = Object.keys(LEADS);
const BODIES: Readonly<Record<string, object>> = { withdraw: { reason: '示例理由' } };

async function standing() {
  const { db, application } = desk;
  const { state, version, number } = await db
    .selectFrom('application')
    .select(['state', 'version', 'number'])
    .where('id', '=', application)
    .executeTakeFirstOrThrow();
  const receipts = await db.selectFrom('receipt').select('version').orderBy('version').execute();
  const chain = await db
    .selectFrom('event')
    .select(['kind', 'number', 'previous_digest', 'digest'])
    .where('subject_kind', '=', 'application')
    .where('subject_id', '=', application)
    .orderBy('number')
    .execute();
  const count = (kind: string) => chain.filter((event) => event.kind === kind).length;
  return { state, version, number, receipts: receipts.map((r) => r.version), chain, count };
}

/**
 * However commands come, one after the other, several at once, again after a lost answer: what stands is what one
 * order of them makes, each version is received once at most, and the trail says each step once.
 */
test('怎样乱序、同时、重复地发，留下的总是一种次序的结果，回执一版最多一张', {
  timeout: 240_000,
}, async () => {
  const batch = fc.array(fc.constantFrom(...COMMANDS), { minLength: 1, maxLength: 3 });
  let keys = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 3, maxLength: 6 }), async (batches) => {
      for (const commands of batches) {
        const before = await standing();
        keys += 1;
        const key = `key-generated-${keys}`;
        const replies = await Promise.all(
          commands.map((command) =>
            desk.asked('POST', command, command === 'submit' ? { key } : (BODIES[command] ?? {})),
          ),
        );
        const after = await standing();
        const codes = replies.map(({ statusCode }) => statusCode);
        for (const code of codes) expect([200, 409]).toContain(code);
        const taken = commands.filter((_, i) => codes[i] === 200);
        const ends = orders(taken).flatMap((order) => endOf(before.state as State, order) ?? []);
        expect(ends).toContain(after.state);
        // Finalising gives the next version; nothing else touches it.
        const finalised = taken.filter((command) => command === 'finalise').length;
        expect(after.version).toBe(before.version + finalised);
        expect(new Set(after.receipts).size).toBe(after.receipts.length);
        expect(after.receipts.length).toBe(after.count('application-submitted'));
        if (after.receipts.length > 0) expect(after.number).toBe('2022-talent-training-0001');
        const numbers = replies
          .filter((_, i) => commands[i] === 'submit' && codes[i] === 200)
          .map((reply) => reply.json<{ number: string; version: number }>());
        for (const { number, version } of numbers) {
          expect(number).toBe('2022-talent-training-0001');
          expect(after.receipts).toContain(version);
        }
        // One step, one event, one after the other.
        const links = after.chain.map(({ previous_digest }) => previous_digest);
        const digests = after.chain.map(({ digest }) => digest);
        expect(links).toEqual([CHAIN_START, ...digests.slice(0, -1)]);
        expect(after.count('application-finalised')).toBe(after.version);
        if (after.state === 'finalised') await seal(after.version);
      }
    }),
    { numRuns: 8 },
  );
  expect((await standing()).receipts.length).toBeGreaterThan(0);
});

async function seal(version: number): Promise<void> {
  const { db, application, person, at } = desk;
  const { sealed } = await db
    .selectFrom('sealed_scan')
    .select((eb) => eb.fn.countAll<string>().as('sealed'))
    .where('application_id', '=', application)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (sealed !== '0') return;
  await sealForTests(db, { application, version, account: person.account }, at.clock.at);
}

function endOf(state: State, order: readonly string[]): State | undefined {
  let at: State | undefined = state;
  for (const command of order) at = at && LEADS[command]?.[at];
  return at;
}

function orders(commands: readonly string[]): readonly (readonly string[])[] {
  if (commands.length === 0) return [[]];
  return commands.flatMap((first, i) =>
    orders(commands.filter((_, j) => j !== i)).map((rest) => [first, ...rest]),
  );
}
