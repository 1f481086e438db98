import { ALL_ROLES, type Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODIES } from './bodies.ts';
import { type Decision, decisionOf, seesEverybodys } from './decisions.ts';
import { isForeign } from './objects/mark.ts';
import { foreignObject, missingObject, OBJECTS, ownObject } from './objects/table.ts';
import {
  ask,
  type Operation,
  openWholePortal,
  paramsOf,
  personHere,
  routeOf,
  type WholePortal,
} from './portal.ts';

let at: WholePortal;
let withObjects: readonly Operation[];
beforeAll(async () => {
  at = await openWholePortal();
  withObjects = at.operations.filter(({ path }) => paramsOf(path).length > 0);
});
afterAll(() => at.close());

const HELP = 'say in tests/permissions/objects/table.ts how to make one of somebody else’s';

test('地址里的每个对象都有别人的可试', () => {
  const names = new Set(withObjects.flatMap(({ path }) => paramsOf(path)));
  const unknown = [...names].filter((name) => !Object.hasOwn(OBJECTS, name));
  expect(unknown, `${HELP}: ${unknown.join(', ')}`).toEqual([]);
});

describe.each(ALL_ROLES)('%s', (role) => {
  test('别人的对象和不存在的对象，回答一模一样', async () => {
    const wrong: string[] = [];
    for (const operation of withObjects) {
      const decision = decisionOf(routeOf(operation));
      if (!decision || !mayUse(decision, role)) continue;
      for (const name of paramsOf(operation.path)) {
        wrong.push(...(await differences(operation, decision, role, name)));
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What is wrong when one parameter names somebody else's and the others one's own. */
async function differences(
  operation: Operation,
  decision: Decision,
  role: Role,
  name: string,
): Promise<readonly string[]> {
  const { actor, cookie } = await personHere(at, role);
  const params: Record<string, string> = {};
  for (const other of paramsOf(operation.path)) {
    if (other === name) continue;
    params[other] = (await ownObject(at.db, other, actor)) ?? missingObject(other);
  }
  const body = await BODIES[routeOf(operation)]?.(at.db, actor);
  const asked = async (id: string) => {
    const reply = await ask(at, { operation, cookie, params: { ...params, [name]: id }, body });
    return { status: reply.statusCode, text: reply.body, seen: comparable(reply) };
  };
  const where = `${routeOf(operation)} as ${role}, {${name}}`;
  const missing = await asked(missingObject(name));
  const wrong: string[] = [];
  const fault = (what: string) => wrong.push(`${where}: ${what}`);
  if (missing.status !== 404) fault(`one that isn't there answers ${missing.status}`);
  const theirs = await foreignObject(at.db, name);
  const foreign = theirs === undefined ? undefined : await asked(theirs);
  if (foreign && seesEverybodys(decision, role)) {
    if (foreign.status === 404) fault(`somebody else's isn't found, though it is everybody's`);
  } else if (foreign) {
    if (foreign.seen !== missing.seen) {
      fault(`somebody else's answers ${foreign.seen}, one that isn't there ${missing.seen}`);
    }
    if (isForeign(foreign.text)) fault('the mark is seen');
  }
  const own = await ownObject(at.db, name, actor);
  if (own !== undefined && (await asked(own)).status === 404) fault(`one's own isn't found`);
  return wrong;
}

/** Everything of a reply but what differs from request to request. */
function comparable(reply: {
  readonly statusCode: number;
  readonly headers: object;
  readonly body: string;
}): string {
  const { 'x-request-id': id, date, ...headers } = reply.headers as Record<string, unknown>;
  const body = typeof id === 'string' ? reply.body.replaceAll(id, '…') : reply.body;
  const counted = Object.entries(headers).filter(([key]) => !key.startsWith('x-ratelimit'));
  return JSON.stringify([reply.statusCode, body, Object.fromEntries(counted)]);
}

function mayUse({ who }: Decision, role: Role): boolean {
  return typeof who === 'string' || who.includes(role);
}
