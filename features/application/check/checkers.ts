import { checkConfirmed } from '../annexes/check-confirmed.ts';
import { checkAudits } from '../audits/check-audits.ts';
import { checkBookSize } from '../book/check-book-size.ts';
import { checkBlankCells } from '../numbers/check-blank-cells.ts';
import { checkLinks } from '../numbers/check-links.ts';
import { checkNumbers } from '../numbers/check-numbers.ts';
import { checkRedInvoices } from '../numbers/check-red-invoices.ts';
import { checkParticipants } from '../participants/check-participants.ts';
import { checkStatements } from '../statements/check-statements.ts';
import { checkForm } from './check-form.ts';
import { checkJudged } from './check-judged.ts';
import { checkLeftOut } from './check-left-out.ts';
import { checkOtherApplications } from './check-other-applications.ts';
import { checkPapers } from './check-papers.ts';
import { checkProject } from './check-project.ts';
import { checkSums } from './check-sums.ts';
import { checkUnit } from './check-unit.ts';
import type { Checker } from './checker.ts';

/** All that is looked at before an application is finalised and submitted, in the order of its parts. */
export const CHECKERS: readonly Checker[] = [
  checkUnit,
  checkProject,
  checkSums,
  checkParticipants,
  checkJudged,
  checkLeftOut,
  checkConfirmed,
  checkNumbers,
  checkBlankCells,
  checkLinks,
  checkRedInvoices,
  checkForm,
  checkAudits,
  checkStatements,
  checkPapers,
  checkBookSize,
  checkOtherApplications,
];
