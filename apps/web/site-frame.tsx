import { GuideStamp } from '@fuchi/assessment/guide-stamp.tsx';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { PageFrame } from '@fuchi/ui/page-frame.tsx';
import type { ReactNode } from 'react';
import { AccountPart } from './account-part.tsx';

interface Props {
  readonly guide?: CheckedGuide;
  readonly children: ReactNode;
}

/** The frame of every page: name, ways to the parts, and which guide answers. */
export function SiteFrame({ guide, children }: Props) {
  return (
    <PageFrame
      subtitle={guide?.guide.title ?? '专项资金申报指南测算'}
      places={PLACES}
      account={<AccountPart />}
      footer={guide ? <GuideStamp guide={guide} /> : null}
    >
      {children}
    </PageFrame>
  );
}

const PLACES = [
  { name: '测一测', to: '/' },
  { name: '指南', to: '/guide' },
  { name: '申报表', to: '/forms' },
  { name: '接口', to: '/interface' },
] as const;
