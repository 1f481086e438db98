import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { DatedTableText } from './dated-table-text.tsx';
import { FigureTable } from './figure-table.tsx';
import { RegionTable } from './region-table.tsx';

/** `/guide/reference`: what the guide's rules look up. */
export function ReferencePage({ data: { guide, regions } }: { readonly data: GuideData }) {
  return (
    <GuideFrame
      guide={guide}
      title="参考表"
      lead={<p>条文里用到的期间和数，贷款市场报价利率，行政区划和苏南、苏中、苏北。</p>}
    >
      <FigureTable guide={guide} />
      {guide.guide.tables.map((table) => (
        <DatedTableText key={table.id} table={table} />
      ))}
      <RegionTable regions={regions} />
    </GuideFrame>
  );
}
