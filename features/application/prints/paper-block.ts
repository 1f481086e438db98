import type { FormBlock } from '@fuchi/documents/application/application-form';
import { REPORT_PAPER } from '../papers/contract.ts';
import type { ReadContent } from './read-content.ts';

const NEEDED = { yes: '', unknown: '视填报情况', no: '' } as const;
const NONE = '未上传';

/** What is handed in: the report, each paper the line asks in this case with the files that are there, then what else came along. */
export function paperBlock({ content, papers, line }: ReadContent): FormBlock {
  const letters = new Set(line.letters.map(({ paper }) => paper.text));
  const asked = papers.filter(({ needed }) => needed !== 'no');
  const names = new Set(papers.map(({ paper }) => paper.name));
  const others = [...new Set(content.papers.map(({ paper }) => paper))].filter(
    (name) => !names.has(name),
  );
  const files = (name: string) =>
    content.papers.filter(({ paper }) => paper === name).map(fileWords);
  const other = (name: string) => [name, '', '', files(name).join('\n')];
  const listed = [
    ...others.filter((name) => name === REPORT_PAPER).map(other),
    ...asked.map(({ paper, needed }) => {
      const there = files(paper.name);
      const printed = letters.has(paper.name) ? ['随本申报书打印、签章'] : [];
      const said = there.length > 0 ? there : printed;
      const missing = needed === 'yes' ? NONE : `${NONE}（${NEEDED[needed]}）`;
      return [
        paper.name,
        paper.clause,
        paper.issuer === '' ? '申报单位' : paper.issuer,
        said.length === 0 ? missing : said.join('\n'),
      ];
    }),
    ...others.filter((name) => name !== REPORT_PAPER).map(other),
  ];
  return {
    kind: 'table',
    title: '',
    table: {
      columns: [
        { title: '序号', align: 'center' },
        { title: '材料', align: 'left' },
        { title: '条款', align: 'center' },
        { title: '出具单位', align: 'left' },
        { title: '文件', align: 'left' },
      ],
      rows: listed.map((cells, i) => [String(i + 1), ...cells]),
    },
  };
}

function fileWords({ name, pages }: ReadContent['content']['papers'][number]): string {
  return pages === null ? name : `${name}（${pages}页）`;
}
