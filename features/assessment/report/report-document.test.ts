import type { Block } from '@fuchi/documents/document';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../answers/answers.ts';
import type { ReportBlock } from './report-blocks.ts';
import { reportContent } from './report-content.ts';
import { reportDocument } from './report-document.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const regions = regionsFrom(guide.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const content = reportContent({
  guide,
  regions: regions.value,
  answers: {
    ...NO_ANSWERS,
    facts: { 规模以上工业企业: '是', 项目总投入: '1800', 已入企业库: '是' },
  },
  madeOn: '2022-04-30',
});
const document = reportDocument(content);

function said(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [block.runs.map((run) => run.text).join('')];
  if (block.kind !== 'table') return [];
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.lines.map((runs) => runs.map((run) => run.text).join(''))),
  );
}

function told(block: ReportBlock): readonly string[] {
  if (block.kind === 'paragraph') return [block.lead + block.text];
  const rows = block.rows.flat().flatMap((c) => [c.text, ...c.below.map((line) => line.text)]);
  return [...block.columns.map((column) => column.title), ...rows];
}

describe('自测报告成文', () => {
  test('says what the page says, in its order, and nothing else', () => {
    expect(document.blocks.flatMap(said)).toEqual([
      content.title,
      ...content.stamp.flatMap(({ label, text }) => [label, text]),
      content.remark,
      ...content.notes,
      ...content.sections.flatMap(({ heading, blocks, parts }) => [
        heading,
        ...blocks.flatMap(told),
        ...parts.flatMap((part) => [part.heading, ...part.blocks.flatMap(told)]),
      ]),
    ]);
  });

  test('each table is as wide as the text, its head stands again, no column is squeezed', () => {
    const tables = document.blocks.filter((block) => block.kind === 'table');
    expect(tables.length).toBeGreaterThan(3);
    for (const { columns } of tables) {
      expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(166, 6);
      expect(Math.min(...columns)).toBeGreaterThanOrEqual(24);
    }
    expect(tables.slice(1).every((table) => table.headerRows === 1)).toBe(true);
  });

  test('the same answers on the same day give the same file', () => {
    const [first, second] = [0, 1].map(() => Buffer.from(writeDocx(reportDocument(content))));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});
