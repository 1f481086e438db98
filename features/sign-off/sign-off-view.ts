import type { Actor } from '@fuchi/record-person/actor';
import type { SignOff } from '@fuchi/record-sign-off/sign-off';
import { mayWithdraw } from '@fuchi/record-sign-off/withdraw-sign-off';
import { ROLES } from '@fuchi/workflow/role';
import type { SignOffRow, SignOffView } from './contract.ts';

/** A sign-off as lists show it. @param mine whether the next step is for whoever asks */
export function rowOf(signOff: SignOff, mine: boolean): SignOffRow {
  const { id, content, state, organisation, begunBy, begunAt, chain, signatures } = signOff;
  return {
    id,
    title: content.title,
    state,
    organisation: organisation.name,
    begunBy: begunBy.name,
    begunAt: begunAt.toISOString(),
    next: state === 'waiting' ? (chain.steps[signatures.length]?.name ?? '') : '',
    mine,
  };
}

/** A sign-off with all that is signed and who has said what. What the last step carries out stays on the server. */
export function viewOf(signOff: SignOff, mine: boolean, actor: Actor): SignOffView {
  const { content, digest, chain, signatures, endedAt } = signOff;
  return {
    ...rowOf(signOff, mine),
    reason: content.reason,
    comparedWith: content.comparedWith,
    rows: content.rows,
    digest,
    steps: chain.steps.map(({ name, role }, step) => {
      const signed = signatures[step];
      return {
        name,
        roleName: ROLES[role].name,
        signature: signed
          ? {
              agreed: signed.agreed,
              opinion: signed.opinion,
              name: signed.name,
              standsInFor: signed.holder === signed.account ? null : signed.holderName,
              organisation: signed.organisation,
              date: signed.date,
            }
          : null,
      };
    }),
    endedAt: endedAt?.toISOString() ?? null,
    mayWithdraw: mayWithdraw(signOff, actor),
  };
}
