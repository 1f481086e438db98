import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { annexRoutes } from './annexes/http-annexes.ts';
import type { ApplicationContext } from './application-context.ts';
import { auditRoutes } from './audits/http-audits.ts';
import { bookRoutes } from './book/http-book.ts';
import { checkRoutes } from './check/http-check.ts';
import { draftRoutes } from './draft/http-draft.ts';
import { finaliseRoutes } from './finalise/http-finalise.ts';
import { moveRoutes } from './move/http-move.ts';
import { paperRoutes } from './papers/http-papers.ts';
import { projectRoutes } from './project/http-project.ts';
import { sealRoutes } from './seal/http-seal.ts';
import { signedRoutes } from './signed/http-signed.ts';
import { ownStatementRoutes } from './statements/http-own-statements.ts';
import { statementRoutes } from './statements/http-statements.ts';
import { submitRoutes } from './submit/http-submit.ts';
import { unitRoutes } from './unit/http-unit.ts';

/** Everything an applicant does with an application, and who looks at it. */
export function applicationRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  draftRoutes(routes, context);
  unitRoutes(routes, context);
  projectRoutes(routes, context);
  paperRoutes(routes, context);
  annexRoutes(routes, context);
  auditRoutes(routes, context);
  ownStatementRoutes(routes, context);
  statementRoutes(routes, context);
  checkRoutes(routes, context);
  sealRoutes(routes, context);
  signedRoutes(routes, context);
  bookRoutes(routes, context);
  finaliseRoutes(routes, context);
  submitRoutes(routes, context);
  moveRoutes(routes, context);
}
