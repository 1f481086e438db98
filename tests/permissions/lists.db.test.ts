import { ALL_ROLES } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionOf } from './decisions.ts';
import { MARK, OBJECTS, PLAIN_MARK } from './objects.ts';
import { ask, openWholePortal, paramsOf, personHere, routeOf, type WholePortal } from './portal.ts';

let at: WholePortal;
beforeAll(async () => {
  at = await openWholePortal();
  for (const { foreign } of Object.values(OBJECTS)) await foreign(at.db);
});
afterAll(() => at.close());

describe.each([undefined, ...ALL_ROLES])('%s', (role) => {
  test('列表里没有别人的一行', async () => {
    const wrong: string[] = [];
    for (const operation of at.operations) {
      if (operation.method !== 'GET' || paramsOf(operation.path).length > 0) continue;
      const decision = decisionOf(routeOf(operation));
      if (!decision || (role && decision.everybodys?.includes(role))) continue;
      const cookie = role && (await personHere(at, role)).cookie;
      const { body } = await ask(at, { operation, cookie });
      if (body.includes(MARK) || body.includes(PLAIN_MARK)) wrong.push(routeOf(operation));
    }
    expect(wrong, 'these lists hold what is somebody else’s').toEqual([]);
  });

  test('看得到全部的，确实看得到', async () => {
    const empty: string[] = [];
    for (const operation of at.operations) {
      if (operation.method !== 'GET' || paramsOf(operation.path).length > 0) continue;
      if (!role || !decisionOf(routeOf(operation))?.everybodys?.includes(role)) continue;
      const { cookie } = await personHere(at, role);
      const { body } = await ask(at, { operation, cookie });
      if (!body.includes(MARK) && !body.includes(PLAIN_MARK)) empty.push(routeOf(operation));
    }
    expect(empty, 'these lists hold nothing of what is everybody’s').toEqual([]);
  });
});
