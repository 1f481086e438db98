import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { FactFigures } from '@fuchi/forms/fact-figures';
import { blankFilling, type Filling } from '@fuchi/forms/filling';
import { prefill } from '@fuchi/forms/prefill';
import { readFilling } from '@fuchi/forms/read/read-filling';
import type { Form } from '@fuchi/guide/form';
import { BadUsage, type Command } from '@fuchi/platform-server/command';
import { commandGuide } from '@fuchi/platform-server/command-guide';
import type { PdfService } from '@fuchi/platform-server/documents/pdf-service';
import { readJsonFile } from '@fuchi/platform-server/json-file';
import { BODY_LIMIT } from '@fuchi/platform-server/limits';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import { formDetail } from './form-detail.ts';
import { type FileKind, formFile, isFileKind, unprintableText } from './form-file.ts';
import { checkText, formText } from './form-text.ts';
import { importSentence } from './import/import-sentence.ts';
import { identityOf, importWorkbook } from './import/import-workbook.ts';
import { judgeFilling, statedFigures } from './judge-filling.ts';

/** `fuchi form ANNEX`: a form's structure; with --data what is to be said of a filling; with --out the document. */
export const form: Command = {
  name: 'form',
  summary: '绩效目标申报表：结构，填写情况，或者文件（Word、Excel、PDF）',
  usage: [
    'form ANNEX [--guide DIR] [--json]',
    'form ANNEX --data FILE [--facts FILE] [--line LINE] [--guide DIR] [--json]',
    'form ANNEX [--data FILE] [--facts FILE] [--line LINE] --out FILE.docx|.xlsx|.pdf [--guide DIR] [--json]',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        facts: { type: 'string' },
        line: { type: 'string' },
        out: { type: 'string' },
        guide: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const kind = kindOf(values.out);
    const guide = await commandGuide(values.guide);
    const asked = formArgument(guide, positionals);
    const facts = await figuresOf(guide, asked, values.line, values.facts);
    const told = values.data === undefined ? undefined : await readData(guide, asked, values.data);
    const faults = [...(told?.faults ?? []), ...facts.faults];
    if (faults.length > 0) {
      if (values.json) io.out(JSON.stringify({ faults }, null, 2));
      for (const { path, message, fix } of faults)
        io.err(`${path}：${message}${fix === '' ? '' : `。${fix}`}`);
      return 2;
    }
    const filling = prefill(asked, told?.filling ?? blankFilling(asked.id), facts.figures);
    const judged = told && judgeFilling(guide, asked, filling, facts.figures);
    const wrong = judged?.findings.some((finding) => finding.severity === 'fault') ?? false;
    if (kind !== undefined && values.out !== undefined) {
      await writeForm(kind, values.out, guide, asked, filling);
    }
    if (values.json) {
      io.out(
        JSON.stringify(
          judged ?? (kind ? { out: values.out } : formDetail(guide.guide, asked)),
          null,
          2,
        ),
      );
    } else {
      if (judged) io.out(checkText(judged));
      else if (!kind) io.out(formText(formDetail(guide.guide, asked)));
      if (kind) io.out(`已写入 ${values.out}`);
    }
    return wrong ? 1 : 0;
  },
};

interface ToldFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

function kindOf(out: string | undefined): FileKind | undefined {
  if (out === undefined) return undefined;
  const ending = extname(out).slice(1).toLowerCase();
  if (isFileKind(ending)) return ending;
  throw new BadUsage(`--out 的文件应为 .docx、.xlsx 或 .pdf：${out}`);
}

function formArgument({ guide }: CheckedGuide, positionals: readonly string[]): Form {
  const [id, ...more] = positionals;
  if (more.length > 0) throw new BadUsage('一次只看一张申报表');
  const found = guide.forms.find((each) => each.id === id);
  if (found) return found;
  const wrong = id === undefined ? '缺少申报表的编号' : `没有申报表“${id.slice(0, 60)}”`;
  throw new BadUsage(`${wrong}；可用：${guide.forms.map((each) => each.id).join(' ')}`);
}

async function figuresOf(
  guide: CheckedGuide,
  asked: Form,
  line: string | undefined,
  file: string | undefined,
): Promise<{ figures: FactFigures; faults: readonly ToldFault[] }> {
  const lines = guide.lines.filter((l) => l.source.form === asked.id).map((l) => l.id);
  if (line !== undefined && !lines.includes(line)) {
    throw new BadUsage(
      `项目类别“${line.slice(0, 60)}”不用这张申报表；用它的是：${lines.join(' ')}`,
    );
  }
  if (file === undefined) return { figures: new Map(), faults: [] };
  const { figures, faults } = statedFigures(guide, asked, line, await readJsonFile(file));
  return {
    figures,
    faults: faults.map(({ path, code, facts }) => ({ path, code, ...sentenceOf(code, facts) })),
  };
}

/** A filling as JSON, or as the spreadsheet it was filled in with. */
async function readData(
  guide: CheckedGuide,
  asked: Form,
  file: string,
): Promise<{ filling: Filling; faults: readonly ToldFault[] }> {
  if (extname(file).toLowerCase() !== '.xlsx') {
    const { filling, faults } = readFilling(asked, await readJsonFile(file));
    const told = faults.map(({ path, code, facts }) => ({
      path: path.join('.') || '输入',
      code,
      ...importSentence(code, facts),
    }));
    return { filling, faults: told };
  }
  const imported = importWorkbook(asked, identityOf(guide.guide, asked), await readBytes(file));
  if (!imported.ok) {
    const { message, fix } = importSentence(imported.code, imported.facts);
    throw new BadUsage(`${file}：${message}。${fix}`);
  }
  const faults = imported.faults.map(({ cell, path, code, facts }) => ({
    path: cell || path.join('.'),
    code,
    ...importSentence(code, facts),
  }));
  return { filling: imported.filling, faults };
}

async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new BadUsage(`没有这个文件：${file}`);
  if (found.size > BODY_LIMIT)
    throw new BadUsage(`文件太大（超过${BODY_LIMIT / 1024 / 1024} MB）：${file}`);
  return await readFile(file);
}

/** Loaded for a PDF only: the compiler and its fonts take a second. */
const PDF: PdfService = {
  async write(document) {
    const { pdfService } = await import('@fuchi/platform-server/documents/pdf-service');
    return pdfService().write(document);
  },
};

async function writeForm(
  kind: FileKind,
  out: string,
  { guide }: CheckedGuide,
  asked: Form,
  filling: Filling,
): Promise<void> {
  const file = await formFile(kind, guide, asked, filling, PDF);
  if (!file.ok) throw new BadUsage(unprintableText(file.characters));
  await writeFile(out, file.bytes).catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(`写不了文件 ${out}（${error.code ?? error.message}）`);
  });
}
