import { saveFile } from '@fuchi/platform-browser/save-file';
import type { ReportContent } from './report-blocks.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the report's Word file in the page, whose writer is fetched only now, and gives it to the person. */
export async function saveReport(content: ReportContent, madeOn: string): Promise<void> {
  const [{ writeDocx }, { reportDocument }] = await Promise.all([
    import('@fuchi/documents/docx/docx-writer'),
    import('./report-document.ts'),
  ]);
  saveFile(`${content.title}${madeOn}.docx`, DOCX, writeDocx(reportDocument(content)));
}
