import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { clauseWords } from '@fuchi/ui/clause-words';
import { AimedItem } from '../frame/aimed-item.tsx';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { ConditionNotes } from '../line/condition-notes.tsx';
import { Notes } from '../line/notes.tsx';
import { LineLinks } from '../words/line-links.tsx';

/** `/guide/call`: conditions the yearly call adds. They aren't the guide's. */
export function CallPage({ data: { guide } }: { readonly data: GuideData }) {
  return (
    <GuideFrame
      guide={guide}
      title="申报通知条件"
      lead={
        <p>
          以下条件来自当年的申报通知，<strong>不是指南的条文</strong>
          。申报批次启用了哪一条，哪一条才算数；在测一测里可以逐条启用。
        </p>
      }
    >
      <ul className="panel provisions">
        {guide.call.map((c) => {
          const except = guide.callExcept[c.clause] ?? [];
          return (
            <AimedItem key={c.clause} id={c.clause}>
              <div className="provision-head">
                <span className="guide-clause">{clauseWords(c.clause)}</span>
                {c.strength !== '必须' && <span className="guide-mark">{c.strength}</span>}
              </div>
              <p>{c.says}</p>
              <ConditionNotes guide={guide} line={undefined} condition={c} />
              <Notes
                rows={[['除外', except.length > 0 && <LineLinks guide={guide} ids={except} />]]}
              />
            </AimedItem>
          );
        })}
      </ul>
    </GuideFrame>
  );
}
