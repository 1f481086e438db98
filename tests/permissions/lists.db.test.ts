import { ALL_ROLES } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionOf, seesEverybodys } from './decisions.ts';
import { FOREIGN, isForeign } from './objects/mark.ts';
import { foreignObject, OBJECTS } from './objects/table.ts';
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
      if (!decision || seesEverybodys(decision, role)) continue;
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
      const everybodys = decisionOf(routeOf(operation))?.everybodys ?? [];
      if (!role || everybodys === 'anybody' || !everybodys.includes(role)) continue;
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
  for (const name of Object.keys(OBJECTS)) await foreignObject(at.db, name);
}

/** The whole list, and what a search for the mark finds where there is one. */
function searches({ query }: Operation): readonly (object | undefined)[] {
  const marked = { q: FOREIGN.text };
  return query?.safeParse(marked).success ? [undefined, marked] : [undefined];
}

function isMarked(reply: Parameters<typeof textOf>[0]): boolean {
  return isForeign(textOf(reply));
}
