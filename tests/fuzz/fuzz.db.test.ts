import { writeFileSync } from 'node:fs';
import { verifyTrail } from '@fuchi/trail/verify/verify-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholePortal, type WholePortal } from '../permissions/portal.ts';
import { fuzz } from './fuzz.ts';

const EACH = 4;
/** Set by the long run (`npm run prove -- fuzz`): how many requests, and where is written what came of them. */
const { FUCHI_FUZZ_REQUESTS: wanted = '', FUCHI_FUZZ_REPORT: report = '' } = process.env;
/** Another one asks other things. */
const SEED = Number(process.env['FUCHI_FUZZ_SEED'] ?? 20_220_316);

let at: WholePortal;
beforeAll(async () => {
  at = await openWholePortal();
});
afterAll(() => at.close());

test(`每个地址乱问（种子 ${SEED}）：没有程序故障，不露内情，不给别人的`, async () => {
  const operations = at.operations.length;
  const each = wanted === '' ? EACH : Math.ceil(Number(wanted) / operations);
  const { faults, requests, byStatus, succeeded } = await fuzz(at, {
    each,
    seed: SEED,
    report: (done) => wanted !== '' && console.log(`${done} of ${each * operations}`),
  });
  const trail = await verifyTrail(at.db, undefined);
  // Objects of tests are written as of long ago, also after a day was sealed: that is found, as it should be.
  const broken = trail.faults.filter(({ code }) => code !== 'backdated');
  if (report !== '') {
    const found = {
      operations,
      each,
      requests,
      seed: SEED,
      byStatus: Object.fromEntries(byStatus),
      succeeded: succeeded.size,
      events: trail.events,
      faults: [...faults, ...broken.map(({ code }) => `the trail: ${code}`)],
    };
    writeFileSync(report, JSON.stringify(found, null, 1));
  }
  expect(faults).toEqual([]);
  expect(requests).toBe(operations * each);
  expect(broken, 'the trail is whole all the same').toEqual([]);
}, 3_600_000);
