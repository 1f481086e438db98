import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from './actor.ts';
import { type Duty, dutiesOf } from './duty-store.ts';
import type { Moment } from './moment.ts';
import type { SessionSettings } from './session-settings.ts';
import { sessionStage } from './session-stage.ts';
import { findSession, type Session } from './session-store.ts';

/**
 * Who acts, by the cookie of a request: somebody whose session goes on, who proved what his role asks for, and whose
 * duty is valid on the day. Anything else is nobody.
 * @param address where the request comes from
 */
export async function actorOf(
  db: Database,
  cookie: string | undefined,
  moment: Moment,
  settings: SessionSettings,
  address: string,
): Promise<{ readonly actor: Actor; readonly session: Session } | undefined> {
  const session = await findSession(db, cookie, moment.machine, settings);
  if (!session) return undefined;
  const duties = await dutiesOf(db, session.account, localDay(moment.now));
  const at = sessionStage(session, duties, settings);
  return at.stage === 'ready'
    ? { actor: actorFrom(session, at.duty, address), session }
    : undefined;
}

/** Who acts from a duty of a session. */
export function actorFrom(session: Session, duty: Duty, address: string): Actor {
  const { appointment, role, organisation, lines, standsInFor } = duty;
  return {
    account: session.account,
    name: session.name,
    session: session.id,
    appointment,
    role,
    organisation,
    lines,
    standsInFor,
    address,
  };
}
