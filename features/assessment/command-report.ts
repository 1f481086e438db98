import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { BadUsage } from '@fuchi/platform-server/command';
import { pdfService } from '@fuchi/platform-server/documents/pdf-service';
import { assessLine, type Question } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type EnteredFacts, entryOfFacts } from '@fuchi/policy/facts/entry-of-facts';
import type { Regions } from '@fuchi/values/region';
import { NO_ANSWERS } from './answers/answers.ts';
import { reportContent } from './report/report-content.ts';
import { reportDocument } from './report/report-document.ts';
import { questionOf } from './round-entry.ts';

/** What `fuchi assess --all --out FILE` writes: 政策匹配自测报告, by the file's ending. */
export interface ReportOrder {
  readonly guide: CheckedGuide;
  readonly regions: Regions;
  readonly question: Question;
  /** What the command found: the report must say the same. */
  readonly results: readonly Assessment[];
  readonly out: string;
}

/**
 * Writes the report as .pdf or .docx. The page's report speaks of what is entered in a page's fields: facts that say
 * more (several sources, a moment, a paper) are refused by name, since the report would leave that out.
 */
export async function writeReport(order: ReportOrder): Promise<void> {
  const { guide, regions, question, out } = order;
  const ending = extname(out).toLowerCase();
  if (ending !== '.pdf' && ending !== '.docx') {
    throw new BadUsage(`--out 的文件名应以 .pdf 或 .docx 结尾：${out}`);
  }
  const facts = entered(entryOfFacts(question.facts), guide);
  const clocks = entered(entryOfFacts(question.clocks), guide);
  const { asOf, call, otherReadings } = question;
  const round = { asOf: asOf ?? '', clocks, call, otherReadings };
  saysTheSame(order, questionOf(facts, round));
  const answers = { ...NO_ANSWERS, facts, round };
  // The day the report is made decides nothing in it.
  const content = reportContent({ guide, regions, answers, madeOn: localDay(new Date()) });
  const document = reportDocument(content);
  if (ending === '.docx') return save(out, writeDocx(document));
  const written = await pdfService().write(document);
  if (written.kind === 'pdf') return save(out, written.bytes);
  const named = written.characters.map(({ character, code }) => `“${character}”（${code}）`);
  throw new BadUsage(`PDF 的字体里没有这些字：${named.join('、')}。请换一个字，或者改用 .docx`);
}

function entered({ entry, left }: EnteredFacts, guide: CheckedGuide): EnteredFacts['entry'] {
  if (left.length === 0) return entry;
  const labels = left.map((id) => guide.facts[id]?.label ?? id);
  throw new BadUsage(
    `自测报告只写每个事实的一个值；这些事实另有来源、时点或材料：${labels.join('、')}`,
  );
}

/** A fact that means something else once it is a text would make the report another enterprise's. */
function saysTheSame({ guide, regions, results }: ReportOrder, question: Question): void {
  for (const found of results) {
    const again = assessLine(guide, regions, found.line, question).assessment;
    const same =
      again?.verdict === found.verdict &&
      JSON.stringify(again.ceiling) === JSON.stringify(found.ceiling);
    if (!same) throw new Error(`the report of ${found.line} differs from its assessment`);
  }
}

async function save(out: string, bytes: Uint8Array): Promise<void> {
  await writeFile(out, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(`写不了文件 ${out}（${error.code ?? error.message}）`);
  });
}
