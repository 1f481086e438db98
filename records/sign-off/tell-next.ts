import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import type { SignOffChain } from '@fuchi/workflow/sign-off';
import { isForAll } from './sign-off-reach.ts';

export interface WaitingStep {
  readonly id: string;
  readonly chain: SignOffChain;
  readonly title: string;
  /** Whose affair it is. */
  readonly organisation: string;
  /** The place of the step that is next. */
  readonly step: number;
  /** Who holds a step already: nobody holds two. */
  readonly signed: readonly string[];
}

/** Tells whoever may sign the next step that it waits. */
export async function tellNext(
  work: Work,
  { id, chain, title, organisation, step, signed }: WaitingStep,
  now: Date,
): Promise<void> {
  const next = chain.steps[step];
  if (!next) return;
  const where = isForAll(next.role) ? undefined : organisation;
  const people = await peopleOf(work, where, [next.role], localDay(now));
  const told = people.filter((account) => !signed.includes(account));
  await tell(
    work,
    told,
    {
      kind: 'sign-off',
      title: `等您签批：${title}`,
      body: `轮到“${next.name}”，请看过内容再签。`,
      leadsTo: `/sign-offs/${id}`,
      about: `sign-off-${id}/step-${step}`,
      urgent: false,
    },
    now,
  );
}
