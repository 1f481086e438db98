import type { Duty } from '@fuchi/record-person/duty-store';
import type { SessionSettings } from '@fuchi/record-person/session-settings';
import { ROLES } from '@fuchi/workflow/role';
import type { DutyView, SessionView } from '../contract.ts';
import type { AtSession } from './session-of.ts';

/** A session as pages see it. Before the second factor nothing is told but that it is asked for. */
export function sessionView(at: AtSession | undefined, settings: SessionSettings): SessionView {
  if (!at) return SIGNED_OUT;
  const { session, stage, duties, moment } = at;
  const proven = stage.stage !== 'second-factor';
  const since = (from: Date) => (moment.machine.getTime() - from.getTime()) / 1000;
  const left = (seconds: number) => Math.max(0, Math.floor(seconds));
  const mostSeconds = left(settings.mostHours * 3600 - since(session.createdAt));
  return {
    stage: stage.stage,
    name: proven ? session.name : null,
    duty: 'duty' in stage ? dutyView(stage.duty) : null,
    duties: proven ? duties.map(dutyView) : [],
    idleSeconds: Math.min(left(settings.idleMinutes * 60 - since(session.seenAt)), mostSeconds),
    mostSeconds,
  };
}

const SIGNED_OUT: SessionView = {
  stage: 'signed-out',
  name: null,
  duty: null,
  duties: [],
  idleSeconds: 0,
  mostSeconds: 0,
};

function dutyView({ appointment, delegation, role, organisation, standsInFor }: Duty): DutyView {
  return {
    appointment,
    delegation: delegation ?? null,
    role,
    roleName: ROLES[role].name,
    organisation: organisation.name,
    standsInFor: standsInFor?.name ?? null,
  };
}
