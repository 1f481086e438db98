import { PageState } from '@fuchi/ui/page-state.tsx';
import type { FC } from 'react';
import { AnnexesPage } from '../annexes/annexes-page.tsx';
import { AuditsPage } from '../audits/audits-page.tsx';
import { CheckPage } from '../check/check-page.tsx';
import { FormPage } from '../form/form-page.tsx';
import { PapersPage } from '../papers/papers-page.tsx';
import { ParticipantsPage } from '../participants/participants-page.tsx';
import { ProjectPage } from '../project/project-page.tsx';
import { StatementsPart } from '../statements/statements-part.tsx';
import { FinishPage } from '../submit/finish-page.tsx';
import { UnitPage } from '../unit/unit-page.tsx';
import { FactsPage } from './facts-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { PART_NAMES, type PartAddress } from './part-names.ts';

/** The page of each part that there is; their order and names are in part-names.ts. */
const PAGES: Readonly<Partial<Record<PartAddress, FC>>> = {
  '': OverviewPage,
  unit: UnitPage,
  project: ProjectPage,
  participants: ParticipantsPage,
  facts: FactsPage,
  form: FormPage,
  annexes: AnnexesPage,
  audits: AuditsPage,
  statements: StatementsPart,
  papers: PapersPage,
  check: CheckPage,
  finish: FinishPage,
};

/** The parts of an application in the order in which one goes through them. */
export const PARTS: readonly { readonly part: string; readonly name: string }[] = Object.entries(
  PART_NAMES,
)
  .filter(([part]) => part in PAGES)
  .map(([part, name]) => ({ part, name }));

/** The part of the application that an address names. */
export function ApplicationPart({ part = '' }: { readonly part: string | undefined }) {
  const Page = Object.entries(PAGES).find(([address]) => address === part)?.[1];
  return Page ? <Page /> : <PageState>申报里没有这一部分。</PageState>;
}
