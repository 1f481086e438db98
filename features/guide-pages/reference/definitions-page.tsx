import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { CopyCitation } from '../citation/copy-citation.tsx';
import { AimedItem } from '../frame/aimed-item.tsx';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { Notes } from '../line/notes.tsx';
import { ReadingLinks } from '../line/reading-links.tsx';
import { LineLinks } from '../words/line-links.tsx';

/** `/guide/definitions`: the terms the guide defines, what they take in and leave out. */
export function DefinitionsPage({ data: { guide } }: { readonly data: GuideData }) {
  return (
    <GuideFrame
      guide={guide}
      title="定义"
      lead={<p>指南给出口径的用语，包括什么，不包括什么，用在哪些类别。</p>}
    >
      <ul className="panel provisions">
        {guide.guide.definitions.map((d) => (
          <AimedItem key={d.id} id={d.id}>
            <div className="provision-head">
              <h2>{d.id}</h2>
              <span className="guide-clause">{d.clause.text}</span>
              <span className="provision-ways">
                <CopyCitation
                  guide={guide.guide}
                  clause={`${d.clause.text}“${d.id}”`}
                  says={d.says}
                  page="/guide/definitions"
                  anchor={d.id}
                />
              </span>
            </div>
            <p>{d.says}</p>
            <Notes
              rows={[
                ['包括', d.includes.join('；')],
                ['不包括', d.excludes.join('；')],
                ['税', d.tax === '未写明' ? '指南没有写是否含税。' : (d.tax ?? '')],
                [
                  '用于',
                  d.scope.length > 0 && (
                    <LineLinks guide={guide} ids={d.scope.map((s) => s.text)} />
                  ),
                ],
                [
                  '理解',
                  d.readings.length > 0 && (
                    <ReadingLinks guide={guide} ids={d.readings.map((r) => r.text)} />
                  ),
                ],
              ]}
            />
          </AimedItem>
        ))}
      </ul>
    </GuideFrame>
  );
}
