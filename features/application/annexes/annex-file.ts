import { annexDocument } from '@fuchi/documents/application/annex-document';
import type { AnnexIdentity } from '@fuchi/documents/application/annex-map';
import { writeAnnexWorkbook } from '@fuchi/documents/application/annex-workbook';
import type { OfficialDocument } from '@fuchi/documents/document';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { canonicalJson, sm3 } from '@fuchi/record-event/event-digest';
import type { SaidContent } from '../prints/read-content.ts';
import type { ApplicationAnnex } from './annex-content.ts';

/** Whose annex it is: a file is read back only into the same. */
export function annexIdentity(content: SaidContent, { title }: ApplicationAnnex): AnnexIdentity {
  return { application: content.application, guide: content.guide.digest, annex: title };
}

/** An annex for Word or PDF, to be sealed by whoever confirms it. */
export function annexPaper(
  content: SaidContent,
  guide: CheckedGuide,
  annex: ApplicationAnnex,
): OfficialDocument {
  const { organisation, title, application, line: id } = content;
  const line = guide.lines.find((l) => l.id === id);
  return annexDocument({
    title: annex.title,
    pairs: [
      { label: '申报单位', text: organisation.name },
      { label: '统一社会信用代码', text: organisation.creditCode ?? '' },
      { label: '项目名称', text: title },
      { label: '项目类别', text: line ? `${line.section} ${line.title}` : id },
      { label: '申报资金', text: `${guide.guide.year}年度${guide.guide.fund}` },
      { label: '所附材料', text: annex.paper },
    ],
    tables: annex.tables,
    issuer: annex.issuer,
    note: noteOf(annex),
    application,
    number: annex.number,
    digest: paperDigest(content, annex),
  });
}

function paperDigest(content: SaidContent, annex: ApplicationAnnex): string {
  return sm3(canonicalJson([annexIdentity(content, annex), annex.tables.map(({ rows }) => rows)]));
}

/** The same as a spreadsheet, which comes back filled in. */
export function annexWorkbook(content: SaidContent, annex: ApplicationAnnex): Uint8Array {
  return writeAnnexWorkbook(
    { ...annexIdentity(content, annex), paper: paperDigest(content, annex) },
    annex.tables,
    `请${annex.issuer}填“核定”各栏${annex.tables.some(({ addsRows }) => addsRows) ? '，缺的行补在下面' : ''}；一致的可以不填。不要改动其他各栏。`,
  );
}

function noteOf({ issuer, tables }: ApplicationAnnex): string {
  const adds = tables.some(({ addsRows }) => addsRows) ? '缺的行补在空行里。' : '';
  return `说明：不带“核定”的各栏由申报单位填报，金额单位为表头所列。请${issuer}在“核定”各栏填写核定数，与申报数一致的也请填写。${adds}`;
}
