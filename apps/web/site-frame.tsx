import { GuideStamp } from '@fuchi/assessment/guide-stamp.tsx';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { latePart } from '@fuchi/ui/late-part.tsx';
import { PageFrame } from '@fuchi/ui/page-frame.tsx';
import type { Role } from '@fuchi/workflow/role';
import { type ReactNode, useState } from 'react';
import { AccountPart } from './account-part.tsx';
import { PortalMark } from './portal-mark.tsx';
import { useHint } from './use-hint.ts';
import { usePortal } from './use-portal.ts';

/** As high as what will stand there: the page doesn't jump. */
const GROUND = <div className="desk-places-ground" />;

const DeskPlaces = latePart(
  async () => (await import('@fuchi/desk/frame/desk-places.tsx')).DeskPlaces,
  GROUND,
);

interface Props {
  readonly guide?: CheckedGuide;
  /** Another frame takes this one's place at once: what asks the server waits for that. */
  readonly passing?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: name, ways to the parts, and which guide answers. */
export function SiteFrame({ guide, passing = false, children }: Props) {
  const mode = usePortal();
  const hinted = useHint();
  /** null: nobody acts here, so that there are no places. */
  const [role, setRole] = useState<Role | null>();
  return (
    <PageFrame
      subtitle={guide?.guide.title ?? '专项资金申报指南测算'}
      places={PLACES}
      account={!passing && <AccountPart hinted={hinted} onRole={setRole} />}
      mark={mode === 'demonstration' && <PortalMark />}
      desk={
        hinted &&
        role !== null &&
        (passing ? GROUND : <DeskPlaces role={role} clock={mode === 'production'} />)
      }
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
