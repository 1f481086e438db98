import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SearchBox } from '../search/search-box.tsx';
import { AstrayNotice } from './astray-notice.tsx';
import './guide-frame.css';

interface Props {
  readonly guide: CheckedGuide;
  readonly title: string;
  /** What stands before the title, e.g. a clause. */
  readonly clause?: string;
  readonly lead?: ReactNode;
  /** What the search box shows. */
  readonly asked?: string;
  readonly children: ReactNode;
}

/** Every page of the guide: the ways to its parts, the search box, the heading. */
export function GuideFrame({ guide, title, clause, lead, asked = '', children }: Props) {
  usePageTitle(`${title} · 指南`);
  return (
    <>
      <div className="guide-bar">
        <nav className="guide-parts" aria-label="指南各部分">
          {PARTS.map(({ name, to }) => (
            <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
              {name}
            </Link>
          ))}
        </nav>
        <SearchBox key={asked} asked={asked} />
      </div>
      <AstrayNotice guide={guide.guide} />
      <div className="guide-head">
        <h1>
          {clause !== undefined && <span className="guide-clause">{clause}</span>} {title}
        </h1>
        {lead !== undefined && <div className="quiet">{lead}</div>}
      </div>
      {children}
    </>
  );
}

const PARTS = [
  { name: '目录', to: '/guide' },
  { name: '定义', to: '/guide/definitions' },
  { name: '条文理解', to: '/guide/readings' },
  { name: '支持数量', to: '/guide/quotas' },
  { name: '培训方向', to: '/guide/training-directions' },
  { name: '申报通知条件', to: '/guide/call' },
  { name: '参考表', to: '/guide/reference' },
  { name: '两类对照', to: '/guide/compare' },
  { name: '版本比较', to: '/guide/versions' },
] as const;
