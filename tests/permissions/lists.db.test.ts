import { ALL_ROLES } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionOf } from './decisions.ts';
import { MARK, OBJECTS, PLAIN_MARK } from './objects.ts';
import {
  ask,
  type Operation,
  openWholePortal,
  paramsOf,
  personHere,
  routeOf,
  textOf,
  type WholePortal,
} from './portal.ts';

let at: WholePortal;
beforeAll(async () => {
  at = await openWholePortal();
  await plant();
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
      for (const query of searches(operation)) {
        if (isMarked(await ask(at, { operation, cookie, query }))) wrong.push(routeOf(operation));
      }
    }
    expect(wrong, 'these lists hold what is somebody else’s').toEqual([]);
  });

  test('看得到全部的，确实看得到', async () => {
    // Anew: some lists begin with the newest.
    await plant();
    const empty: string[] = [];
    for (const operation of at.operations) {
      if (operation.method !== 'GET' || paramsOf(operation.path).length > 0) continue;
      if (!role || !decisionOf(routeOf(operation))?.everybodys?.includes(role)) continue;
      const { cookie } = await personHere(at, role);
      const replies = [];
      for (const query of searches(operation)) {
        replies.push(await ask(at, { operation, cookie, query }));
      }
      if (!replies.some(isMarked)) empty.push(routeOf(operation));
    }
    expect(empty, 'these lists hold nothing of what is everybody’s').toEqual([]);
  });
});

/** Of everything that an address can name, one of somebody else's. */
async function plant(): Promise<void> {
  for (const { foreign } of Object.values(OBJECTS)) await foreign?.(at.db);
}

/** The whole list, and what a search for the mark finds where there is one. */
function searches({ query }: Operation): readonly (object | undefined)[] {
  const marked = { q: MARK };
  return query?.safeParse(marked).success ? [undefined, marked] : [undefined];
}

function isMarked(reply: Parameters<typeof textOf>[0]): boolean {
  const text = textOf(reply);
  return text.includes(MARK) || text.includes(PLAIN_MARK);
}
