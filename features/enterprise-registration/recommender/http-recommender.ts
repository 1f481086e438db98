import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { DeskOperation, DeskRequest } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import {
  CHANGED_MEANWHILE,
  type FaultKind,
  FORBIDDEN,
  NO_SUCH,
  SIGN_IN_FIRST,
} from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import { type LookBody, lookBody, lookReply } from '@fuchi/record-person/contract';
import { look } from '@fuchi/record-person/personal-data';
import { sendStored } from '@fuchi/record-upload/send-stored';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';
import { registrationFor } from '../registration-store.ts';
import { commandRefusedText } from '../registration-text.ts';
import { scanOf } from '../scan-view.ts';
import { decideRegistration } from './decide-registration.ts';
import { registrationList, registrationTable } from './registration-list.ts';
import { registrationView } from './registration-view.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const RECOMMENDERS = ['recommender-handler', 'recommender-lead'] as const;
const ONE = '/api/registrations/{registration}';

const LIST: DeskOperation<
  z.infer<typeof contract.listQuery>,
  undefined,
  contract.RegistrationList
> = {
  id: 'listRegistrations',
  method: 'GET',
  path: '/api/registrations',
  permission: RECOMMENDERS,
  says: '查看提交给本单位的企业注册',
  query: contract.listQuery,
  reply: contract.registrationList,
};
const FILE: DeskOperation<z.infer<typeof contract.listFileQuery>, undefined, unknown> = {
  id: 'exportRegistrations',
  method: 'GET',
  path: '/api/registrations/file',
  permission: RECOMMENDERS,
  says: '导出提交给本单位的企业注册',
  query: contract.listFileQuery,
  reply: contract.done,
};
const SEE: DeskOperation<undefined, undefined, contract.RegistrationView> = {
  id: 'getRegistration',
  method: 'GET',
  path: ONE,
  permission: RECOMMENDERS,
  says: '查看一份企业注册',
  reply: contract.registrationView,
};
const DECIDE: DeskOperation<undefined, contract.DecisionBody, contract.RegistrationView> = {
  id: 'decideRegistration',
  method: 'POST',
  path: `${ONE}/decision`,
  permission: RECOMMENDERS,
  says: '通过、退回或不予通过企业注册',
  body: contract.decisionBody,
  reply: contract.registrationView,
};
const CONTACT: DeskOperation<undefined, LookBody, z.infer<typeof lookReply>> = {
  id: 'lookAtRegistrationContact',
  method: 'POST',
  path: `${ONE}/contact`,
  permission: RECOMMENDERS,
  says: '查看注册联系人完整的电话或邮箱',
  body: lookBody,
  reply: lookReply,
};
const scanRoute = (
  which: 'licence' | 'authorisation',
  says: string,
): DeskOperation<z.infer<typeof contract.scanQuery>, undefined, unknown> => ({
  id: which === 'licence' ? 'getRegistrationLicence' : 'getRegistrationAuthorisation',
  method: 'GET',
  path: `${ONE}/${which}`,
  permission: RECOMMENDERS,
  says,
  query: contract.scanQuery,
  reply: contract.done,
});
const SCANS = {
  licence: scanRoute('licence', '查看注册附的营业执照'),
  authorisation: scanRoute('authorisation', '查看注册附的授权书'),
};

const HELD: FaultKind = {
  status: 409,
  code: 'not-now',
  when: { zh: '现在不能这样办理', en: 'It cannot be done now' },
};

/** What a recommender does with registrations that were handed in to it. */
export function recommenderRoutes(routes: DeskRoutes<Actor>, context: RegistrationContext): void {
  const { db, files, moment, regions, registration: settings } = context;
  const view = async (actor: Actor, id: string) => {
    const found = await registrationView(context, actor, id, moment().now);
    if (!found) throw new HttpFault(NO_SUCH);
    return found;
  };

  routes.add(LIST, ({ actor, query }) =>
    registrationList(db, acting(actor), query, { regions, settings }),
  );

  routes.add(FILE, async ({ actor, query, request, reply }) => {
    const table = await registrationTable(db, acting(actor), query, { regions, settings });
    return sendFile(request, reply, {
      type: XLSX,
      name: '企业注册.xlsx',
      content: listXlsx(table),
    });
  });

  routes.add(SEE, ({ actor, params }) => view(acting(actor), pathId(params, 'registration')));

  routes.add(DECIDE, async ({ actor, params, body }) => {
    const id = pathId(params, 'registration');
    const { now } = moment();
    const done = await decideRegistration(
      db,
      acting(actor),
      { id, decision: body },
      { ...context, now },
    );
    if (done.ok) return view(acting(actor), id);
    const { refused } = done;
    if (refused.code === 'no-such') throw new HttpFault(NO_SUCH);
    if (refused.code === 'changed-meanwhile') throw new HttpFault(CHANGED_MEANWHILE);
    throw new HttpFault(HELD, { zh: commandRefusedText(refused), en: refused.code });
  });

  routes.add(CONTACT, async ({ actor, params, body }) => {
    const id = pathId(params, 'registration');
    const { field, why } = body;
    const subject = { kind: 'registration', id } as const;
    const by = acting(actor);
    const seen = await look(
      db,
      by,
      moment().now,
      { subject, field, of: '联系人', why },
      async (work) => {
        const found = await registrationFor(work, by, id);
        return field === 'phone'
          ? found?.contact.phone
          : field === 'email'
            ? found?.contact.email
            : undefined;
      },
    );
    if (!seen.ok) throw new HttpFault(seen.refused === 'role' ? FORBIDDEN : NO_SUCH);
    return { value: seen.value };
  });

  for (const which of ['licence', 'authorisation'] as const) {
    routes.add(
      SCANS[which],
      async ({
        actor,
        params,
        query,
        reply,
      }: DeskRequest<Actor, z.infer<typeof contract.scanQuery>, undefined>) => {
        const found = await registrationFor(db, acting(actor), pathId(params, 'registration'));
        if (!found) throw new HttpFault(NO_SUCH);
        return sendStored(reply, files, await scanOf(db, found, which), query.as);
      },
    );
  }
}

function acting(actor: Actor | undefined): Actor {
  if (!actor) throw new HttpFault(SIGN_IN_FIRST);
  return actor;
}
