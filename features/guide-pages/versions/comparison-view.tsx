import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { ChangeList } from './change-list.tsx';
import { compareGuides } from './compare-guides.ts';
import type { Change } from './compare-passages.ts';
import { UnpairedLines } from './unpaired-lines.tsx';

interface Props {
  readonly before: CheckedGuide;
  readonly after: CheckedGuide;
  /** The one of the two that this site shows, to which there are links. */
  readonly open: CheckedGuide;
  readonly onTurn: () => void;
}

/** What is different between two versions, the lines first, then what holds for all of them. */
export function ComparisonView({ before, after, open, onTurn }: Props) {
  const [allYears, setAllYears] = useState(false);
  const { lines, general, added, dropped, years } = useMemo(
    () => compareGuides(before, after),
    [before, after],
  );
  const shown = (changes: readonly Change[]) => changes.filter((c) => allYears || !c.onlyYears);
  const changed = lines.filter((l) => l.renamed || shown(l.changes).length > 0);
  const outside = shown(general);
  const hidden = [...general, ...lines.flatMap((l) => l.changes)].filter((c) => c.onlyYears).length;
  const nothing = changed.length + outside.length + added.length + dropped.length === 0;
  return (
    <>
      <Panel title="比较结果" aside={<Button onClick={onTurn}>新旧对调</Button>}>
        <dl className="guide-notes">
          <Named name="旧版" guide={before} />
          <Named name="新版" guide={after} />
        </dl>
        <p role="status">
          {nothing
            ? before.guide.digest === after.guide.digest
              ? '两份是同一版指南。'
              : '没有不同。'
            : `新增${added.length}类，取消${dropped.length}类，${changed.length}类有变化，类别以外有${outside.length}处变化。`}
        </p>
        {years !== 0 && hidden > 0 && (
          <label className="guide-check">
            <input
              type="checkbox"
              checked={allYears}
              onChange={(event) => setAllYears(event.target.checked)}
            />
            也列出只是年度顺延{Math.abs(years)}年的{hidden}处
          </label>
        )}
      </Panel>
      <UnpairedLines
        title="新增的类别"
        hint="与旧版这些类别文字相近"
        of={added}
        guide={after}
        open={open}
      />
      <UnpairedLines
        title="取消的类别"
        hint="与新版这些类别文字相近，可能并入、拆分或改写"
        of={dropped}
        guide={before}
        open={open}
      />
      {changed.map(({ before: was, after: is, changes }) => (
        <Panel key={is.id} title={`${is.section} ${is.title}`}>
          {was.title !== is.title && <p>原名：{was.title}</p>}
          {was.id !== is.id && (
            <p>
              编号由{was.id}改为{is.id}
            </p>
          )}
          <ChangeList changes={shown(changes)} />
        </Panel>
      ))}
      {outside.length > 0 && (
        <Panel title="类别以外">
          <ChangeList changes={outside} />
        </Panel>
      )}
    </>
  );
}

function Named({
  name,
  guide: { guide },
}: {
  readonly name: string;
  readonly guide: CheckedGuide;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {guide.title} · 版本 {guide.version} · 校验码{' '}
        <code title={guide.digest}>{guide.digest.slice(0, 12)}</code>
      </dd>
    </div>
  );
}
