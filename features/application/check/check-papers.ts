import { localDay } from '@fuchi/platform-server/clock/local-day';
import { statementPapersOf } from '@fuchi/record-application/contract-statement';
import { knownFacts, papersSettled } from '@fuchi/record-register/register-facts';
import { REPORT_PAPER } from '../papers/contract.ts';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** Papers that this applicant needs by its facts, and that aren't there. What a register knows needs no paper. */
export const checkPapers: Checker = async (db, { guide, said, judged, organisation }, now) => {
  const there = new Set(said.papers.map(({ paper }) => paper));
  const { creditCode, name } = organisation;
  const known =
    creditCode === null
      ? []
      : papersSettled(await knownFacts(db, guide, { creditCode, name, today: localDay(now) }));
  const settled = new Set(known);
  // Letters are printed with the version and come back sealed.
  const printed = new Set(judged.program.line.source.letters.map((letter) => letter.paper.text));
  // The recommender's come with its statements; check-statements.ts says what of them is there.
  const stated = statementPapersOf(judged.program);
  const missing = judged.papers.flatMap(({ paper, needed }): readonly ApplicationFinding[] => {
    const elsewhere = settled.has(paper.name) || printed.has(paper.name) || stated.has(paper.name);
    if (needed === 'no' || there.has(paper.name) || elsewhere) return [];
    const clause = paper.clause !== '' && { clause: paper.clause };
    const sure = needed === 'yes';
    const issuer = paper.issuer === '' ? '' : `（由${paper.issuer}出具）`;
    return [
      {
        code: sure ? 'no-paper' : 'perhaps-paper',
        part: 'papers',
        path: paper.name,
        says: sure
          ? `还没有上传材料：${paper.name}${issuer}。`
          : `${paper.name}${issuer}：按现在填报的事实还看不出要不要交；事实填齐后仍列在这里的，需要的请上传。`,
        ...clause,
        blocks: sure,
      },
    ];
  });
  const listed = judged.papers.some(
    ({ paper, needed }) => paper.name === REPORT_PAPER && needed !== 'no',
  );
  return listed || there.has(REPORT_PAPER) ? missing : [NO_REPORT, ...missing];
};

/** The guide names no such paper: a reminder, where the line doesn't ask for it itself. */
const NO_REPORT: ApplicationFinding = {
  code: 'no-report',
  part: 'papers',
  path: REPORT_PAPER,
  says: `还没有上传${REPORT_PAPER}（可下载提纲）。`,
  blocks: false,
};
