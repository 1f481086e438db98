import type { GuideSource } from '@fuchi/assessment/http';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import {
  decideMode,
  type PortalMode,
  portalState,
} from '@fuchi/platform-server/portal-mode/portal-state';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM, type Subject } from '@fuchi/record-event/event';
import { createOrganisation } from '@fuchi/record-organisation/organisation-store';
import type { DemonstrationAccounts } from './demonstration/account-table.ts';
import { prepareDemonstration } from './demonstration/set-up.ts';

/** The portal itself, in the trail. */
export const PORTAL: Subject = { kind: 'system', id: 'portal' };

/** What a portal shall be: `demanded` says that nothing else will do. */
export interface AskedMode {
  readonly mode: PortalMode;
  readonly demanded: boolean;
}

export interface Started {
  readonly mode: PortalMode;
  /** Set up now, by this process: shown once. */
  readonly accounts: DemonstrationAccounts | undefined;
}

export interface FirstStartContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly guide: GuideSource;
}

/**
 * Decides at the first start what the portal is and sets it up, whole or not at all; afterwards it stays what it is.
 * @throws a sentence when it is something else than what is demanded
 */
export async function startPortal(
  { db, files, guide }: FirstStartContext,
  asked: AskedMode,
  machine: Date,
): Promise<Started> {
  const before = await portalState(db);
  if (before) return { mode: demandMode(before.mode, asked), accounts: undefined };
  if (asked.mode === 'production') {
    const first = await changeOrRefuse<void, 'decided'>(
      db,
      BY_PROGRAM,
      machine,
      async (work, record, refuse) => {
        if (!(await decideMode(work, 'production', { machine, shownAt: machine }))) {
          return refuse('decided');
        }
        await record({ subject: PORTAL, kind: 'portal-started', after: { mode: 'production' } });
        await createOrganisation(
          work,
          record,
          { kind: 'administration', name: '系统管理' },
          machine,
        );
      },
    );
    return first.ok ? { mode: 'production', accounts: undefined } : startedBefore(db, asked);
  }
  const demonstration = await prepareDemonstration(files, guide);
  const { opening } = demonstration;
  const first = await changeOrRefuse<DemonstrationAccounts, 'decided'>(
    db,
    BY_PROGRAM,
    opening,
    async (work, record, refuse) => {
      if (!(await decideMode(work, 'demonstration', { machine, shownAt: opening }))) {
        return refuse('decided');
      }
      await record({ subject: PORTAL, kind: 'portal-started', after: { mode: 'demonstration' } });
      return demonstration.setUp(work, record);
    },
  );
  return first.ok ? { mode: 'demonstration', accounts: first.value } : startedBefore(db, asked);
}

/** Another process was faster. */
async function startedBefore(db: Database, asked: AskedMode): Promise<Started> {
  const state = await portalState(db);
  if (!state) throw new Error('a portal that was started is gone');
  return { mode: demandMode(state.mode, asked), accounts: undefined };
}

const NAMES: Readonly<Record<PortalMode, string>> = {
  demonstration: '演示环境',
  production: '正式环境',
};

function demandMode(mode: PortalMode, asked: AskedMode): PortalMode {
  if (mode === asked.mode || !asked.demanded) return mode;
  throw new Error(
    `what lies here was started as ${mode} and stays it; use another FUCHI_DATA or DATABASE_URL. 这里的数据属于${NAMES[mode]}，不能当作${NAMES[asked.mode]}启动。请另设 FUCHI_DATA 或 DATABASE_URL。`,
  );
}
