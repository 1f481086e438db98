import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { LineSelect } from '../compare/line-select.tsx';
import { AimedItem } from '../frame/aimed-item.tsx';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { Notes } from '../line/notes.tsx';
import { LineLinks } from '../words/line-links.tsx';
import { readingUses } from '../words/reading-uses.ts';

interface Props {
  readonly data: GuideData;
  /** The line whose readings are shown; all of them where there is none. */
  readonly line: string | undefined;
}

/** `/guide/readings`: points the text leaves open, how the data reads them, how else they could be read. */
export function ReadingsPage({ data: { guide }, line }: Props) {
  const navigate = useNavigate();
  const uses = useMemo(() => readingUses(guide), [guide]);
  const { readings } = guide.guide;
  const known = guide.lines.some((l) => l.id === line) ? line : undefined;
  const shown = readings.filter(
    (r) => known === undefined || uses.get(r.id)?.lines.includes(known),
  );
  return (
    <GuideFrame
      guide={guide}
      title="条文理解"
      lead={
        <p>
          指南原文可以有两种读法的地方。系统按“默认”计算，申报批次可以改用“另解”；标“只作记录”的，两种读法不影响计算。
        </p>
      }
    >
      <div className="guide-filter">
        <LineSelect
          guide={guide}
          label="只看某一类所依据的"
          none="全部类别"
          value={known ?? ''}
          onChange={(id) =>
            void navigate({ to: '/guide/readings', search: id === '' ? {} : { line: id } })
          }
        />
        <p className="quiet small" role="status">
          {known === undefined
            ? `共${readings.length}条`
            : `${readings.length}条中的${shown.length}条`}
        </p>
      </div>
      <ul className="panel provisions">
        {shown.map((r) => (
          <AimedItem key={r.id} id={r.id}>
            <div className="provision-head">
              <strong>{r.id}</strong>
              <span className="guide-clause">{r.clause}</span>
              {r.form === '文字' && <span className="guide-mark">只作记录</span>}
            </div>
            <h2 className="guide-question">{r.point}</h2>
            <Notes
              rows={[
                ['默认', r.standard],
                ['另解', r.other],
                ['用于', <UsedBy key="u" guide={guide} use={uses.get(r.id)} />],
              ]}
            />
          </AimedItem>
        ))}
      </ul>
    </GuideFrame>
  );
}

interface UsedByProps {
  readonly guide: GuideData['guide'];
  readonly use: { readonly lines: readonly string[]; readonly call: readonly string[] } | undefined;
}

function UsedBy({ guide, use }: UsedByProps) {
  if (!use || use.lines.length + use.call.length === 0) return <>全书</>;
  if (use.lines.length === guide.lines.length) return <>全部项目类别</>;
  return (
    <>
      {use.lines.length > 0 && <LineLinks guide={guide} ids={use.lines} />}
      {use.call.length > 0 && ` 申报通知条件${use.call.join('、')}`}
    </>
  );
}
