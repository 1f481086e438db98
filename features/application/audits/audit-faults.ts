import { formatDate, parseDate } from '@fuchi/values/date';
import { listed } from '@fuchi/values/listed';
import { parseMoney } from '@fuchi/values/money';
import { sign } from '@fuchi/values/rational';
import { type AskedFault, askedFault } from '../asked-fault.ts';
import type { AskedRow } from '../asked-rows.ts';
import { AUDIT_CODE, auditKey } from '../numbers/audit-code.ts';
import type { AuditPaper } from './audit-papers.ts';
import type { AuditFirms } from './contract.ts';
import { classOf, UNCHECKED } from './firm-class.ts';

export interface AuditsListed {
  readonly rows: readonly AskedRow[];
  readonly papers: readonly AuditPaper[];
  readonly listed: AuditFirms;
  /** ISO date of the application. */
  readonly asOf: string;
}

/**
 * Holds the audit reports against what the line's papers and the year's register ask.
 * @example auditFaults({ rows, papers, listed, asOf: '2022-04-08' }) // []
 */
export function auditFaults({ rows, papers, listed, asOf }: AuditsListed): readonly AskedFault[] {
  return [
    ...papers
      .filter(({ name, required }) => {
        return required && !rows.some(({ cells }) => cells.get('报告类型') === name);
      })
      .map(({ name, clause }) => ({
        ...askedFault('no-audit', undefined, `还没有登记审计报告：${name}。`, { missing: true }),
        ...(clause !== '' && { clause }),
      })),
    ...rows.flatMap((row, i) => [
      ...missing(row, i + 1),
      ...wrong(row, i + 1, papers, asOf),
      ...classFaults(row, i + 1, listed),
    ]),
    ...codesTwice(rows),
  ];
}

const NEEDED = [
  '报告类型',
  '年度',
  '会计师事务所',
  '报告文号',
  '报告日期',
  AUDIT_CODE,
  '注册会计师',
  '审计意见',
  '审定金额',
] as const;

export const OPINIONS = ['无保留意见', '保留意见', '否定意见', '无法表示意见'] as const;

function missing({ key, cells }: AskedRow, number: number): readonly AskedFault[] {
  return NEEDED.filter((name) => cells.get(name) === undefined).map((name) => {
    const says = `还没有填写第${number}份审计报告的${name}。`;
    return askedFault('no-audit-field', `${key}/${name}`, says, { missing: true });
  });
}

function wrong(
  { key, cells }: AskedRow,
  number: number,
  papers: readonly AuditPaper[],
  asOf: string,
): readonly AskedFault[] {
  const judges: Readonly<Record<string, (text: string) => string | undefined>> = {
    报告类型: (text) =>
      papers.some(({ name }) => name === text) ? undefined : '不是本类别要交的审计报告，请另选',
    报告日期: (text) => dateFault(text, asOf),
    [AUDIT_CODE]: (text) => (auditKey(text).state === 'key' ? undefined : '太长，请核对'),
    注册会计师: (text) => (new Set(listed(text)).size >= 2 ? undefined : '至少填两名，用顿号分开'),
    审计意见: (text) => (OPINIONS.some((one) => one === text) ? undefined : '不在所列之中，请另选'),
    审定金额: (text) => (text === NO_AMOUNT ? undefined : amountFault(text)),
  };
  return Object.entries(judges).flatMap(([name, judge]) => {
    const text = cells.get(name);
    const why = text === undefined ? undefined : judge(text);
    if (why === undefined) return [];
    return [askedFault('audit-field', `${key}/${name}`, `第${number}份审计报告的${name}${why}。`)];
  });
}

/** An annual report certifies no total. */
const NO_AMOUNT = '无';

function dateFault(text: string, asOf: string): string | undefined {
  const day = parseDate(text);
  if (!day.ok) return '不是日期，应写成2022-03-01';
  return formatDate(day.value) > asOf ? '在今天以后，请核对' : undefined;
}

function amountFault(text: string): string | undefined {
  const amount = parseMoney(text);
  if (amount.ok) return sign(amount.value) < 0 ? '不能小于0' : undefined;
  return '要写数和单位，如1200万元；没有审定金额的填“无”';
}

function classFaults(
  { key, cells }: AskedRow,
  number: number,
  listed: AuditFirms,
): readonly AskedFault[] {
  const firm = cells.get('会计师事务所');
  if (firm === undefined) return [];
  const told = cells.get('综合评价等级') ?? UNCHECKED;
  const found = classOf(listed, firm) ?? UNCHECKED;
  const path = `${key}/会计师事务所`;
  const of = `第${number}份审计报告的会计师事务所`;
  // A list that comes between finalising and submission must not hold up what claims nothing.
  if (told !== UNCHECKED && told !== found) {
    return [
      askedFault('audit-class', path, `${of}等级写的是${told}，与名单不一致，请重新选择事务所。`),
    ];
  }
  if (told !== UNCHECKED) return [];
  const because =
    listed.source === null
      ? '当年的名单还没有导入'
      : found === UNCHECKED
        ? `不在${listed.source}上`
        : `在${listed.source}上是${found}级，请重新选择事务所`;
  return [askedFault('audit-unchecked', path, `${of}等级未核：${because}。`, { blocks: false })];
}

function codesTwice(rows: readonly AskedRow[]): readonly AskedFault[] {
  const keys = rows.map(({ cells }) => {
    const found = auditKey(cells.get(AUDIT_CODE) ?? '');
    return found.state === 'key' ? found.key : '';
  });
  return rows.flatMap(({ key }, i) => {
    const first = keys.indexOf(keys[i] ?? '');
    if (keys[i] === '' || first === i) return [];
    const says = `第${i + 1}份审计报告与第${first + 1}份的${AUDIT_CODE}相同，一份报告只登记一次。`;
    return [askedFault('audit-code-twice', `${key}/${AUDIT_CODE}`, says)];
  });
}
