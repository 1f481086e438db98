import type { Settler } from '@fuchi/record-application/settled-facts';
import { auditFacts } from './audits/audit-facts.ts';
import { registerFacts } from './registers/register-facts.ts';
import { statementFacts } from './statements/statement-facts.ts';

/** Who settles facts of an application, the one that counts first. */
export const SETTLERS: readonly Settler[] = [registerFacts, auditFacts, statementFacts];
