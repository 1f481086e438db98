import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { CHANGED_MEANWHILE, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { recommendersFor } from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import type { RegistrationContext } from '../registration-context.ts';
import { lastOf } from '../registration-store.ts';
import {
  commandRefusedText,
  submissionFaultText,
  submitRefusedText,
} from '../registration-text.ts';
import { claimOn } from './claim.ts';
import { codeView } from './code-view.ts';
import { saveDraft } from './draft-store.ts';
import { judgeSubmission } from './judge-submission.ts';
import { offeredRecommenders } from './offered-recommenders.ts';
import { ownView } from './own-view.ts';
import { submitRegistration } from './submit.ts';
import { withdrawRegistration } from './withdraw.ts';

type Op<Query, Body, Reply> = DeskOperation<Query, Body, Reply>;

// Open to whoever has a session, also before he may act for anybody: the handlers ask for it.
const SEE: Op<undefined, undefined, contract.OwnView> = {
  id: 'getOwnRegistration',
  method: 'GET',
  path: '/api/registration',
  permission: 'public',
  says: '查看自己提交的单位注册',
  reply: contract.ownView,
};
const SAVE: Op<undefined, contract.Draft, z.infer<typeof contract.draftSaved>> = {
  id: 'saveRegistrationDraft',
  method: 'PUT',
  path: '/api/registration/draft',
  permission: 'public',
  says: '保存没有提交的单位注册',
  body: contract.draftBody,
  reply: contract.draftSaved,
};
const CODE: Op<undefined, z.infer<typeof contract.codeBody>, contract.CodeView> = {
  id: 'checkCreditCode',
  method: 'POST',
  path: '/api/registration/code',
  permission: 'public',
  says: '核对统一社会信用代码，查看是否已经注册',
  body: contract.codeBody,
  reply: contract.codeView,
};
const RECOMMENDERS: Op<
  z.infer<typeof contract.recommenderQuery>,
  undefined,
  contract.RecommenderChoices
> = {
  id: 'getRegistrationRecommenders',
  method: 'GET',
  path: '/api/registration/recommenders',
  permission: 'public',
  says: '查看一个地区由哪些推荐单位受理注册',
  query: contract.recommenderQuery,
  reply: contract.recommenderChoices,
};
const SUBMIT: Op<undefined, contract.Draft, contract.OwnView> = {
  id: 'submitRegistration',
  method: 'POST',
  path: '/api/registration',
  permission: 'public',
  says: '提交单位注册',
  body: contract.draftBody,
  reply: contract.ownView,
};
const WITHDRAW: Op<undefined, undefined, contract.OwnView> = {
  id: 'withdrawRegistration',
  method: 'POST',
  path: '/api/registration/withdraw',
  permission: 'public',
  says: '撤回自己提交的单位注册',
  reply: contract.ownView,
};

/** One's own registration: filled in, handed in, corrected, taken back. */
export function applicantRoutes(routes: DeskRoutes<Actor>, context: RegistrationContext): void {
  const { db, moment, regions, personOf } = context;

  routes.add(SEE, async ({ request }) => ownView(db, (await personOf(request)).account, regions));

  routes.add(SAVE, async ({ body, request }) => {
    const { account } = await personOf(request);
    const { now } = moment();
    // What is still on its way when it was handed in isn't a new one.
    if ((await lastOf(db, account))?.state === 'submitted') throw new HttpFault(CHANGED_MEANWHILE);
    await saveDraft(db, account, body, now);
    return { savedAt: now.toISOString() };
  });

  routes.add(CODE, async ({ body, request }) => {
    const { account } = await personOf(request);
    return codeView(body.creditCode, (code) => claimOn(db, code, account));
  });

  routes.add(RECOMMENDERS, async ({ query, request }) => {
    await personOf(request);
    const region = regions.all.find(({ code }) => code === query.territory);
    if (!region) throw new HttpFault(NO_SUCH);
    const { units, through } = offeredRecommenders(region, await recommendersFor(db, region.code));
    const choices = units.map(({ id, name }) => ({ id, name }));
    return { choices, note: noteOn(region.name, region.city, through) };
  });

  routes.add(SUBMIT, async ({ body, request }) => {
    const person = await personOf(request);
    const judged = judgeSubmission(body, regions);
    if (!judged.ok) {
      throw badInput(judged.faults, (fault) => ({
        path: fault.path,
        code: fault.code,
        message: submissionFaultText(fault),
        messageEn: `${fault.path}: ${fault.code}`,
      }));
    }
    const { submission } = judged;
    const done = await submitRegistration(db, person, { submission, regions }, moment().now);
    if (!done.ok) {
      const { path, text } = submitRefusedText(done.refused);
      if (path === '') throw new HttpFault(CHANGED_MEANWHILE, { zh: text, en: done.refused.code });
      throw badInput([done.refused], ({ code }) => ({
        path,
        code,
        message: text,
        messageEn: `${path}: ${code}`,
      }));
    }
    return ownView(db, person.account, regions);
  });

  routes.add(WITHDRAW, async ({ request }) => {
    const person = await personOf(request);
    const done = await withdrawRegistration(db, person, moment().now);
    if (!done.ok) {
      if (done.refused.code === 'no-such') throw new HttpFault(NO_SUCH);
      const { code } = done.refused;
      throw new HttpFault(CHANGED_MEANWHILE, { zh: commandRefusedText(done.refused), en: code });
    }
    return ownView(db, person.account, regions);
  });
}

function noteOn(name: string, city: string | undefined, through: 'own' | 'city' | 'none'): string {
  if (through === 'none') return `${name}还没有设立项目推荐单位，请与当地工信部门联系`;
  return through === 'city' && city !== undefined && city !== name ? `${name}经${city}推荐` : '';
}
