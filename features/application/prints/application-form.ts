import {
  applicationFormDocument,
  type FormPart,
} from '@fuchi/documents/application/application-form';
import type { PrintIdentity } from '@fuchi/documents/application/print-furniture';
import type { OfficialDocument } from '@fuchi/documents/document';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { momentText } from '@fuchi/ui/moment-text';
import { fullName } from '@fuchi/values/region';
import { auditBlocks, participantBlock, textPairs } from './asked-texts.ts';
import { assessmentBlocks } from './assessment-parts.ts';
import { factParts } from './fact-parts.ts';
import { paperBlock } from './paper-block.ts';
import type { ReadContent } from './read-content.ts';

const DECLARATION =
  '本单位确认：本申报书（含附表）所填内容真实、准确、完整，与所附材料一致。自评结论和补助上限由系统按填报内容算出，仅供核对，以主管部门审定为准。';

/** 申报书 of a version, or of what a report's book needs of it. */
export function applicationForm(
  read: ReadContent<ApplicationContent>,
  identity: PrintIdentity,
): OfficialDocument {
  const { content, guide, line } = read;
  const { organisation, fields } = content;
  const facts = factParts(read);
  const parts: readonly FormPart[] = [
    {
      heading: '申报单位',
      blocks: [
        {
          kind: 'pairs',
          title: '',
          pairs: [
            { label: '单位名称', text: organisation.name },
            { label: '统一社会信用代码', text: organisation.creditCode ?? '' },
            ...(organisation.territory === null
              ? []
              : [{ label: '所属地区', text: regionName(read, organisation.territory) }]),
            ...textPairs(fields, 'unit'),
          ],
        },
      ],
    },
    {
      heading: '申报项目',
      blocks: [
        {
          kind: 'pairs',
          title: '',
          pairs: [
            { label: '项目名称', text: content.title },
            { label: '项目类别', text: `${line.section} ${line.title}` },
            ...textPairs(fields, 'project'),
          ],
        },
        ...participantBlock(read),
      ],
    },
    { heading: '申报事实', blocks: facts.blocks },
    { heading: '对照指南自评', blocks: assessmentBlocks(read) },
    {
      heading: '申报材料',
      blocks: [paperBlock(read), ...auditBlocks(fields)],
    },
  ];
  return applicationFormDocument({
    identity,
    fund: `${guide.guide.year}年度\n${guide.guide.fund}`,
    cover: [
      { label: '项目类别', text: `${line.section} ${line.title}` },
      { label: '项目名称', text: content.title },
      { label: '申报单位', text: organisation.name },
      { label: '统一社会信用代码', text: organisation.creditCode ?? '' },
      { label: '项目推荐单位', text: content.recommender?.name ?? '' },
      { label: '申报批次', text: content.round.name },
      { label: '申报号和版本', text: `${content.application}　第${content.version}版` },
      { label: '定稿时间', text: momentText(content.frozenAt) },
    ],
    parts,
    sheets: facts.sheets,
    declaration: DECLARATION,
    applicant: organisation.name,
  });
}

/** A territory is kept by its code. */
function regionName({ regions }: ReadContent, territory: string): string {
  const region = regions.parse(territory);
  return region.ok ? fullName(region.value) : territory;
}
