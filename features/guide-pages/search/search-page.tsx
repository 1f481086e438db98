import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { find, indexOf } from './find.ts';
import { FoundEntry } from './found-entry.tsx';
import { guideEntries } from './guide-entry.ts';

interface Props {
  readonly data: GuideData;
  readonly query: string;
}

const FIRST = 40;

/** `/guide/search?q=`: everything of the guide that has the words, found in the browser. */
export function SearchPage({ data: { guide, regions }, query }: Props) {
  const index = useMemo(() => indexOf(guideEntries(guide, regions)), [guide, regions]);
  const { entries, terms, near } = useMemo(() => find(index, query), [index, query]);
  return (
    <GuideFrame
      guide={guide}
      title="在指南中查找"
      asked={query}
      lead={<p role="status">{told(query, entries.length, near)}</p>}
    >
      {query === '' ? <Hints /> : <FoundList key={query} entries={entries} terms={terms} />}
    </GuideFrame>
  );
}

function told(query: string, count: number, near: boolean): string {
  if (query === '') return '输入要找的词、数或条款号，几个词用空格隔开。';
  if (count === 0) return `没有找到“${query}”。可以换一个说法、少写几个字，或者只写数字和单位。`;
  if (near) return `没有与“${query}”完全一致的，以下${count}处相近。`;
  return `“${query}”找到${count}处。`;
}

interface FoundListProps {
  readonly entries: ReturnType<typeof find>['entries'];
  readonly terms: readonly string[];
}

function FoundList({ entries, terms }: FoundListProps) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, FIRST);
  return (
    <>
      <ol className="panel provisions">
        {shown.map((entry) => (
          <FoundEntry key={entry.id} entry={entry} terms={terms} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <p className="guide-more">
          <button type="button" className="guide-link" onClick={() => setAll(true)}>
            显示其余{entries.length - shown.length}处
          </button>
        </p>
      )}
    </>
  );
}

const EXAMPLES = ['贴息', '3000万元', '10%', '1(2)a', '专项审计报告', '苏北'] as const;

function Hints() {
  const navigate = useNavigate();
  return (
    <section className="panel" aria-label="可以这样找">
      <p>可以这样找：</p>
      <p className="guide-words">
        {EXAMPLES.map((q) => (
          <button
            key={q}
            type="button"
            className="guide-link"
            onClick={() => void navigate({ to: '/guide/search', search: { q } })}
          >
            {q}
          </button>
        ))}
      </p>
    </section>
  );
}
