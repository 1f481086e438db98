import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { badInput } from '@fuchi/platform-server/api/read-body';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import { HttpFault, type NamedFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type { Moment } from '@fuchi/record-person/moment';
import { type ClockBody, clockBody, type PortalView, portalView } from '../contract-portal.ts';
import { CLOCK_SETTERS } from './clock-setters.ts';
import { type SetClockRefused, setClock } from './set-clock.ts';

const SET_CLOCK: DeskOperation<undefined, ClockBody, PortalView> = {
  id: 'advanceDemonstrationClock',
  method: 'POST',
  path: '/api/demonstration/clock',
  permission: CLOCK_SETTERS,
  says: '把演示环境的模拟时间往后拨',
  body: clockBody,
  reply: portalView,
};

const NO_CLOCK: FaultKind = {
  status: 409,
  code: 'no-clock',
  when: { zh: '正式环境的时间不能拨', en: 'The clock of production cannot be set' },
};

export interface ClockContext {
  readonly db: Database;
  readonly mode: PortalView['mode'];
  readonly moment: () => Moment;
  /** Asks the database for the clock, which this process just set. */
  readonly rereadClock: () => Promise<void>;
}

/** The demonstration's clock, set on by who runs the demonstration. */
export function clockRoutes(routes: DeskRoutes<Actor>, context: ClockContext): void {
  const { db, mode, moment, rereadClock } = context;
  routes.add(SET_CLOCK, async ({ actor, body }) => {
    const done = await setClock(db, demandActor(actor), new Date(body.to), moment());
    if (!done.ok) throw faultOf(done.refused);
    await rereadClock();
    return { mode, now: moment().now.toISOString() };
  });
}

function faultOf({ code }: SetClockRefused): HttpFault {
  const at = (message: string, messageEn: string): HttpFault =>
    badInput<NamedFault>([{ path: 'to', code, message, messageEn }], (fault) => fault);
  switch (code) {
    case 'no-clock':
      return new HttpFault(NO_CLOCK);
    case 'not-later':
      return at('只能往后拨，不能早于现在的模拟时间', 'The clock only goes on');
    case 'too-far':
      return at('一次最多往后拨一年', 'At most a year at once');
  }
}
