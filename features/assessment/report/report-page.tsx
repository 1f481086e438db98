import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { today } from '@fuchi/platform-browser/today';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { isBlank } from '../answers/answers.ts';
import { useAnswers } from '../answers/use-answers.ts';
import type { ReportBlock } from './report-blocks.ts';
import { reportContent } from './report-content.ts';
import { ReportTable } from './report-table.tsx';
import { WordButton } from './word-button.tsx';
import '../page.css';
import './report.css';

/** 政策匹配自测报告: the results and every answer they rest on, as a paper to print or keep. */
export function ReportPage({ data: { guide, regions } }: { readonly data: GuideData }) {
  usePageTitle('政策匹配自测报告');
  const [answers] = useAnswers(guide);
  const madeOn = today();
  const content = useMemo(
    () => reportContent({ guide, regions, answers, madeOn }),
    [guide, regions, answers, madeOn],
  );
  const { title, stamp, remark, notes, sections } = content;
  if (isBlank(answers))
    return (
      <div className="page-title">
        <h1>政策匹配自测报告</h1>
        <p>还没有填任何答案，先去测一测。</p>
        <p>
          <Link to="/">去测一测</Link>
        </p>
      </div>
    );
  return (
    <article className="report">
      <div className="report-tools">
        <Link to="/">返回测一测</Link>
        <div className="report-save">
          <WordButton content={content} madeOn={madeOn} />
          <Button type="primary" onClick={() => window.print()}>
            打印或存为PDF
          </Button>
        </div>
      </div>
      <header>
        <h1>{title}</h1>
        <dl className="report-stamp">
          {stamp.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="report-remark">{remark}</p>
        {notes.map((note) => (
          <p key={note} className="report-note">
            {note}
          </p>
        ))}
      </header>
      {sections.map(({ heading, blocks, parts }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <Blocks blocks={blocks} />
          {parts.map((part) => (
            <section key={part.heading} className="report-part">
              <h3>{part.heading}</h3>
              <Blocks blocks={part.blocks} />
            </section>
          ))}
        </section>
      ))}
    </article>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return blocks.map((block) =>
    block.kind === 'table' ? (
      <ReportTable key={block.name} table={block} />
    ) : (
      <p key={block.lead} className="report-text">
        {block.lead !== '' && <strong>{block.lead}</strong>}
        {block.text}
      </p>
    ),
  );
}
