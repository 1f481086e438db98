import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Actor } from '@fuchi/record-person/actor';
import { earlierUses, type NumberUse } from '@fuchi/record-register/number-uses';
import type { RegisterEntry } from '@fuchi/record-register/register-entry-store';
import { parseCreditCode } from '@fuchi/values/credit-code';
import { NUMBER_KINDS, type WrittenNumber } from '@fuchi/values/used-number';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { listSentence } from '../import/list-sentence.ts';
import { badPart, noSuch } from '../refusal.ts';
import type { RegistersContext } from '../registers-context.ts';
import { LOOKERS, OWN } from '../who.ts';
import { lookUpUnit } from './look-up-unit.ts';

type UnitQuery = z.infer<typeof contract.unitQuery>;
type NumbersBody = z.infer<typeof contract.numbersBody>;

const UNIT: DeskOperation<UnitQuery, undefined, contract.UnitView> = {
  id: 'lookUpUnit',
  method: 'GET',
  path: '/api/register-lookup/unit',
  permission: LOOKERS,
  says: '按信用代码查一个单位在各名单上的情况',
  query: contract.unitQuery,
  reply: contract.unitView,
};
const NUMBERS: DeskOperation<undefined, NumbersBody, contract.NumbersView> = {
  id: 'lookUpNumbers',
  method: 'POST',
  path: '/api/register-lookup/numbers',
  permission: LOOKERS,
  says: '查发票、合同等编号在历年项目里用过没有',
  body: contract.numbersBody,
  reply: contract.numbersView,
};
const OF_OWN: DeskOperation<undefined, undefined, contract.UnitView> = {
  id: 'lookUpOwnUnit',
  method: 'GET',
  path: '/api/register-lookup/own',
  permission: OWN,
  says: '查看各名单上本单位的情况',
  reply: contract.unitView,
};

/** What the lists know of a unit, and of numbers that may not be used twice. */
export function lookupRoutes(routes: DeskRoutes<Actor>, context: RegistersContext): void {
  const { db, guide, moment } = context;
  const today = () => localDay(moment().now);

  routes.add(UNIT, async ({ query }) => {
    const unit = readCode('code', query.code);
    const auditor = query.auditor ? readCode('auditor', query.auditor) : undefined;
    return lookUpUnit(db, guide, {
      ...unit,
      name: '',
      auditor: auditor && { creditCode: auditor.creditCode, name: '' },
      today: today(),
    });
  });

  routes.add(OF_OWN, async ({ actor }) => {
    const own = await db
      .selectFrom('organisation')
      .select(['credit_code', 'name'])
      .where('id', '=', actor?.organisation.id ?? '0')
      .executeTakeFirst();
    if (!own?.credit_code) throw noSuch();
    return lookUpUnit(db, guide, {
      creditCode: own.credit_code,
      name: own.name,
      auditor: undefined,
      warning: '',
      today: today(),
    });
  });

  routes.add(NUMBERS, async ({ body }) => {
    const uses = await earlierUses(db, guide, body.numbers, today());
    return body.numbers.map((asked, i) => numberView(guide, asked, uses[i]));
  });
}

function numberView(
  guide: CheckedGuide,
  { kind, code, number }: WrittenNumber,
  use: NumberUse | undefined,
): contract.NumbersView[number] {
  const written = { kind: NUMBER_KINDS[kind], written: `${code} ${number}`.trim(), uses: [] };
  switch (use?.state) {
    case 'looked-up':
      return {
        ...written,
        state: use.uses.length > 0 ? 'used' : 'not-used',
        says: use.uses.length > 0 ? '历年项目用过' : '名单里的历年项目没有用过',
        uses: use.uses.map(({ entry, source }) => ({
          name: entry.name,
          creditCode: entry.creditCode,
          project: projectOf(guide, entry),
          source: `${source}第${entry.row}行`,
        })),
      };
    case 'unreadable': {
      const text = written.written;
      const facts = {
        text,
        code: String(code.trim().length),
        number: String(number.trim().length),
      };
      const { message, fix } = listSentence(`list-number-${use.code}`, facts);
      return { ...written, state: 'unreadable', says: `${message}。${fix}。` };
    }
    default:
      return { ...written, state: 'unchecked', says: '历年编号的名单还没有导入，或已过有效期' };
  }
}

/** What the row says besides the number: the year and the project. */
function projectOf(guide: CheckedGuide, { cells }: RegisterEntry): string {
  const register = guide.registers.find(({ numbers }) => numbers !== null);
  const { kind, code, number } = register?.numbers ?? {};
  return (register?.columns ?? [])
    .filter(({ spec }) => ![kind, code, number].includes(spec.id))
    .flatMap(({ spec }) => cells[spec.id] ?? [])
    .join(' ');
}

/** A code that fails its check digit is looked up all the same: some early ones do. */
function readCode(path: string, text: string): { creditCode: string; warning: string } {
  const parsed = parseCreditCode(text);
  if (parsed.ok) return { creditCode: parsed.value.text, warning: '' };
  const { message, fix } = listSentence(`list-code-${parsed.code}`, { given: text });
  if (parsed.code !== 'check-digit') {
    throw badPart(path, parsed.code, `${message}。${fix}。`, 'The code is malformed');
  }
  const creditCode = text.normalize('NFKC').trim().toUpperCase();
  return { creditCode, warning: '代码的校验位不符，请核对；早年发的个别代码确是如此。' };
}
