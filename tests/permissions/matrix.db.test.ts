import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DECISIONS, decisionOf, type Who } from './decisions.ts';
import { OPEN_TO_ALL } from './open-to-all.ts';
import { permissionsPage } from './page.ts';
import {
  ask,
  type Operation,
  openWholePortal,
  personHere,
  routeOf,
  type WholePortal,
} from './portal.ts';

let at: WholePortal;
beforeAll(async () => {
  at = await openWholePortal();
});
afterAll(() => at.close());

const HELP = 'decide who may use it in tests/permissions/decisions.ts';

describe('每个地址都定了谁能用', () => {
  test('没有定的地址，和定了而没有的地址', () => {
    const there = at.operations.map(routeOf);
    const undecided = there.filter((route) => decisionOf(route) === undefined);
    expect(undecided, `${HELP}: ${undecided.join(', ')}`).toEqual([]);
    const decided = DECISIONS.flatMap(({ routes }) => Object.keys(routes));
    expect(decided.filter((route) => !there.includes(route))).toEqual([]);
    expect(decided.length).toBe(new Set(decided).size);
  });

  test('不经过岗位的地址只有公开接口和网页', () => {
    const desk = new Set(at.operations.map(routeOf));
    const others = at.routes().flatMap(({ method, url, permission }) => {
      const path = url.replace(/:(\w+)/g, '{$1}');
      const atDesk = (m: string) => desk.has(`${m === 'HEAD' ? 'GET' : m} ${path}`);
      const rest = method.split(' ').filter((m) => !atDesk(m));
      return rest.length > 0 ? [{ path, permission }] : [];
    });
    expect(new Set(others.map(({ path }) => path))).toEqual(new Set(OPEN_TO_ALL));
    expect(new Set(others.map(({ permission }) => permission))).toEqual(new Set(['public']));
  });
});

describe.each([undefined, ...ALL_ROLES])('%s', (role) => {
  test(`${role ?? '没有登录的人'}：能用的正是定了能用的`, async () => {
    const wrong: string[] = [];
    for (const operation of at.operations) {
      const decision = decisionOf(routeOf(operation));
      if (!decision) continue;
      const expected = expectedOf(decision.who, role);
      const found = await answerOf(operation, role);
      if (found !== expected) {
        wrong.push(`${routeOf(operation)}: decided ${expected}, the portal answers ${found}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

type Answer = 'yes' | 'sign in first' | 'no';

function expectedOf(who: Who, role: Role | undefined): Answer {
  if (who === 'anybody') return 'yes';
  if (role === undefined) return 'sign in first';
  if (who === 'signed-in' || who === 'own-session') return 'yes';
  return who.includes(role) ? 'yes' : 'no';
}

/** What the portal says to somebody who signed in for this one question: some of them end the session. */
async function answerOf(operation: Operation, role: Role | undefined): Promise<Answer> {
  const cookie = role && (await personHere(at, role)).cookie;
  const reply = await ask(at, { operation, cookie });
  const code: unknown = isJson(reply.headers['content-type']) ? reply.json().code : undefined;
  if (code === 'sign-in-first') return 'sign in first';
  return code === 'forbidden' ? 'no' : 'yes';
}

function isJson(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('application/json');
}

test('docs/permissions.md 就是这张表', async () => {
  await expect(permissionsPage(at.operations)).toMatchFileSnapshot('../../docs/permissions.md');
});
