import { ROLES, type Role } from '@fuchi/workflow/role';
import { chosenDuty, type Duty } from './duty-store.ts';
import type { SessionSettings } from './session-settings.ts';
import type { Session } from './session-store.ts';

/** What is still to be done before somebody acts, or from which duty he does. */
export type SessionStage =
  | { readonly stage: 'second-factor' }
  | { readonly stage: 'no-duty' }
  | { readonly stage: 'choose-duty' }
  | { readonly stage: 'set-up-second-factor'; readonly duty: Duty }
  | { readonly stage: 'ready'; readonly duty: Duty };

/**
 * Where a session stands. A factor that an account has is always asked for; that it has one is asked of every role but
 * an applicant's.
 * @param duties what the account may act as today
 */
export function sessionStage(
  session: Pick<Session, 'hasSecondFactor' | 'secondFactorAt' | 'duty'>,
  duties: readonly Duty[],
  settings: SessionSettings,
): SessionStage {
  if (session.hasSecondFactor && !session.secondFactorAt) return { stage: 'second-factor' };
  const duty = session.duty && chosenDuty(duties, session.duty);
  if (!duty) return { stage: duties.length === 0 ? 'no-duty' : 'choose-duty' };
  return needsSecondFactor(duty.role, settings) && !session.secondFactorAt
    ? { stage: 'set-up-second-factor', duty }
    : { stage: 'ready', duty };
}

/** Whether a role asks for a second factor. */
export function needsSecondFactor(role: Role, settings: SessionSettings): boolean {
  return settings.secondFactor === 'required' && ROLES[role].of !== 'applicant';
}
