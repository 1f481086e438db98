import { PageState } from '@fuchi/ui/page-state.tsx';
import type { FC } from 'react';
import { AnnexesPage } from '../annexes/annexes-page.tsx';
import { FormPage } from '../form/form-page.tsx';
import { PapersPage } from '../papers/papers-page.tsx';
import { FactsPage } from './facts-page.tsx';
import { OverviewPage } from './overview-page.tsx';

/** The parts of an application in the order in which one goes through them: address, name, page. */
export const PARTS: readonly { readonly part: string; readonly name: string; readonly Page: FC }[] =
  [
    { part: '', name: '任务清单', Page: OverviewPage },
    { part: 'facts', name: '申报事实', Page: FactsPage },
    { part: 'form', name: '绩效目标', Page: FormPage },
    { part: 'annexes', name: '第三方核定', Page: AnnexesPage },
    { part: 'papers', name: '材料', Page: PapersPage },
  ];

/** The part of the application that an address names. */
export function ApplicationPart({ part = '' }: { readonly part: string | undefined }) {
  const found = PARTS.find((one) => one.part === part);
  return found ? <found.Page /> : <PageState>申报里没有这一部分。</PageState>;
}
