import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { AskedFault } from '../asked-fault.ts';
import { type AskedRow, askedRows } from '../asked-rows.ts';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import { AUDIT_CODE, auditKey } from '../numbers/audit-code.ts';
import { usedElsewhere } from '../numbers/used-elsewhere.ts';
import { auditFaults } from './audit-faults.ts';
import { firmsListed } from './audit-firms.ts';
import { asksAudits, auditPapers } from './audit-papers.ts';

/**
 * The audit reports, where the line's papers are such: each whole, and none with the verification code of another
 * applicant's report. Whose that is, is nobody's to know here.
 */
export const checkAudits: Checker = async (db, { guide, said, judged, application }, now) => {
  const { program, papers } = judged;
  if (!asksAudits(program.line)) return [];
  const rows = askedRows(Object.entries(said.fields), 'audit');
  const today = localDay(now);
  const listed = await firmsListed(db, guide, today);
  const asked = { rows, papers: auditPapers(program.line, papers), listed, asOf: today };
  const faults = blanksTogether(auditFaults(asked), rows).map(
    ({ missing: _, ...fault }): ApplicationFinding => ({ part: 'audits', ...fault }),
  );
  const codes = rows.flatMap(({ key: row, cells }, i) => {
    const found = auditKey(cells.get(AUDIT_CODE) ?? '');
    return found.state === 'key' ? [{ row, number: i + 1, kind: 'audit', key: found.key }] : [];
  });
  const uses = await usedElsewhere(db, application, codes);
  const used = new Set(uses.filter(({ own }) => !own).map(({ key }) => key));
  const again = codes
    .filter(({ key }) => used.has(key))
    .map(
      ({ row, number }): ApplicationFinding => ({
        code: 'audit-code-used',
        part: 'audits',
        path: `${row}/${AUDIT_CODE}`,
        says: `第${number}份审计报告的${AUDIT_CODE}已在其他单位的申报中使用，请核对更正。`,
        blocks: true,
      }),
    );
  return [...faults, ...again];
};

/** A record somebody has just begun lacks everything: that is one thing to do. */
function blanksTogether(
  faults: readonly AskedFault[],
  rows: readonly AskedRow[],
): readonly AskedFault[] {
  const others = faults.filter(({ code }) => code !== BLANK);
  const blanks = rows.flatMap(({ key }, i): readonly AskedFault[] => {
    const own = faults.filter(({ code, path }) => code === BLANK && path?.startsWith(`${key}/`));
    const [first] = own;
    if (!first) return [];
    const names = own.map(({ path = '' }) => path.slice(key.length + 1)).join('、');
    return [{ ...first, says: `第${i + 1}份审计报告还没有填写：${names}。` }];
  });
  return [...blanks, ...others];
}

const BLANK = 'no-audit-field';
