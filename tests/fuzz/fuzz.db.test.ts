import { verifyTrail } from '@fuchi/trail/verify/verify-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholePortal, type WholePortal } from '../permissions/portal.ts';
import { fuzz } from './fuzz.ts';

const SEED = 20_220_316;
const EACH = 4;

let at: WholePortal;
beforeAll(async () => {
  at = await openWholePortal();
});
afterAll(() => at.close());

test(`每个地址${EACH}次乱问（种子 ${SEED}）：没有程序故障，不露内情，不给别人的`, async () => {
  const { faults, requests } = await fuzz(at, { each: EACH, seed: SEED });
  expect(faults).toEqual([]);
  expect(requests).toBe(at.operations.length * EACH);
  expect((await verifyTrail(at.db, undefined)).faults, 'the trail is whole all the same').toEqual(
    [],
  );
}, 300_000);
