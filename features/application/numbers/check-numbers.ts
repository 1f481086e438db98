import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type FieldEntry, isRows } from '@fuchi/policy/facts/entry';
import { earlierUses } from '@fuchi/record-register/number-uses';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { rowWord } from '@fuchi/ui/facts/row-word';
import { NUMBER_KINDS } from '@fuchi/values/used-number';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import type { SaidApplication } from '../said-content.ts';
import {
  groupOf,
  numberFinding,
  numbersTwice,
  numberUsed,
  type WrittenNumber,
  whereOf,
} from './same-number.ts';
import { type Use, usedElsewhere } from './used-elsewhere.ts';
import {
  companionOf,
  type NumberKey,
  numberColumns,
  numberKey,
  numbersIn,
  plainNumbers,
} from './written-numbers.ts';

/** A number as it was read, with what is needed to say what is wrong with its writing. */
interface Written extends WrittenNumber {
  /** What the column of codes is called; '' where there is none. */
  readonly codeLabel: string;
  readonly code: string;
  readonly found: NumberKey;
}

/**
 * No number twice: in this application, in another one that was received, or in an earlier project of a register.
 * Whose it was is nobody's to know here.
 */
export const checkNumbers: Checker = async (db, context, now) => {
  const written = writtenIn(context);
  const keyed = written.filter(({ found }) => found.state === 'key');
  const earlier = await usedEarlier(db, context, keyed, localDay(now));
  const uses = [...(await usedElsewhere(db, context.application, keyed)), ...earlier.uses];
  const usesOf = new Map<string, Use[]>();
  for (const use of uses) usesOf.set(groupOf(use), [...(usesOf.get(groupOf(use)) ?? []), use]);
  return [
    ...written.flatMap(unreadable),
    ...numbersTwice(keyed),
    ...keyed.flatMap((one) => numberUsed(one, usesOf.get(groupOf(one)) ?? []) ?? []),
    ...notCompared(context, earlier.unchecked),
  ];
};

function writtenIn({ guide, judged }: SaidApplication): readonly Written[] {
  const inRows = numberColumns(guide).flatMap(
    ({ list, kind, number: column, code: before, beside }) => {
      const entry = judged.entry[list.id];
      if (entry === undefined || !isRows(entry)) return [];
      return entry.rows.flatMap(({ cells }, i) => {
        const code = before ? textOf(cells[before.id]) : '';
        return numbersIn(kind, textOf(cells[column.id])).map((number): Written => {
          const found = numberKey(kind, code, number);
          return {
            kind,
            place: `${list.label}第${i + 1}${rowWord(list)}`,
            label: column.label,
            path: cellPath(list.id, i + 1, column.id),
            rowWord: rowWord(list),
            beside: beside.map(({ label }) => label),
            companion: companionOf(beside.map(({ id }) => textOf(cells[id]))),
            codeLabel: before?.label ?? '',
            code,
            number,
            found,
            key: keyOf(found),
          };
        });
      });
    },
  );
  const alone = plainNumbers(guide).map(({ fact, kind }): Written => {
    const number = textOf(judged.entry[fact.id]);
    const found = numberKey(kind, '', number);
    const of = {
      place: '',
      label: fact.label,
      path: fact.id,
      rowWord: '',
      codeLabel: '',
      code: '',
    };
    return { ...of, kind, number, found, key: keyOf(found), beside: [], companion: '' };
  });
  return [...inRows, ...alone];
}

function unreadable(one: Written): readonly ApplicationFinding[] {
  const { number, found, codeLabel } = one;
  const where = `${whereOf(one)}“${number.slice(0, 40)}”`;
  if (found.state === 'too-long') {
    return [numberFinding(one, 'number-too-long', `${where}太长，请核对。`, true)];
  }
  // Invoices from abroad have numbers of their own making.
  if (found.state === 'key' && found.odd) {
    const says = `${where}是${looksLike(one)}，${INVOICES}境外票据照原样填，其他的请核对。`;
    return [numberFinding(one, 'invoice-odd', says, false)];
  }
  if (found.state !== 'no-code') return [];
  const fix = codeLabel === '' ? '请把发票代码写在号码前面' : `请填写${codeLabel}`;
  const says = `${where}只有8位，没有发票代码查不出是否用过，${fix}。`;
  return [numberFinding(one, 'invoice-without-code', says, true)];
}

const INVOICES =
  '不是发票号码的写法：数电发票20位；其他发票号码8位，另有代码10位或12位；海关缴款书22位（18位数字、横线、字母和两位数字）。';

/** What a number that is none of an invoice looks like: how many digits or characters it has. */
function looksLike({ code, number }: Written): string {
  const sizeOf = (text: string) => {
    const plain = text.normalize('NFKC').replace(/\s/gu, '');
    return `${plain.length}位${/^\d*$/.test(plain) ? '数字' : '，含有字母或符号'}`;
  };
  return code.trim() === '' ? sizeOf(number) : `代码${sizeOf(code)}、号码${sizeOf(number)}`;
}

const MOST_ASKED = 2000;

interface Earlier {
  /** By projects of a register, which doesn't say what stands beside a number. */
  readonly uses: readonly Use[];
  /** Those for which there is no register to look into. */
  readonly unchecked: readonly Written[];
}

async function usedEarlier(
  db: Database | Work,
  { guide, organisation: { creditCode } }: SaidApplication,
  keyed: readonly Written[],
  today: string,
): Promise<Earlier> {
  const found: Use[] = [];
  const unchecked: Written[] = [];
  for (let from = 0; from < keyed.length; from += MOST_ASKED) {
    const some = keyed.slice(from, from + MOST_ASKED);
    const asked = some.map((one) => ({ kind: one.kind, code: '', number: one.key }));
    const uses = await earlierUses(db, guide, asked, today);
    some.forEach((one, i) => {
      const use = uses[i];
      if (use?.state === 'unchecked') unchecked.push(one);
      if (use?.state !== 'looked-up') return;
      for (const { entry } of use.uses) {
        const own = creditCode !== null && entry.creditCode === creditCode;
        found.push({ kind: one.kind, key: one.key, companion: '', own });
      }
    });
  }
  return { uses: found, unchecked };
}

/** Nothing found where nothing was looked into isn't clean: said once. */
function notCompared(
  { guide }: SaidApplication,
  unchecked: readonly Written[],
): readonly ApplicationFinding[] {
  const register = guide.registers.find(({ numbers }) => numbers !== null);
  const [first] = unchecked;
  if (!register || !first) return [];
  const kinds = [...new Set(unchecked.map(({ kind }) => NUMBER_KINDS[kind]))].join('、');
  const says = `“${register.title}”的名单还没有导入，本申报的${kinds}编号尚未与以前年度的项目核对；名单导入后，检查时自动核对，现在不影响定稿和提交。`;
  return [numberFinding(first, 'numbers-not-compared', says, false)];
}

function keyOf(found: NumberKey): string {
  return found.state === 'key' ? found.key : '';
}

function textOf(entry: FieldEntry | undefined): string {
  return typeof entry === 'string' ? entry : '';
}
