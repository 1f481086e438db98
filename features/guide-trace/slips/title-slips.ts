import type { Guide, Line } from '@fuchi/guide/guide';
import type { TextClause } from '../text/outline.ts';
import type { ReadText } from '../text/read-text.ts';
import type { TextSlip } from './text-slip.ts';

const FORM_TITLE = /^(.*?)绩效目标申报表/;
const FORM_LIST = /^附件[:：](\d+)-(\d+)~\1-(\d+)/;

/** Forms whose title isn't the title of the project they are for, and forms that the list promises and aren't there. */
export function titleSlips(guide: Guide, read: ReadText): TextSlip[] {
  const forms = read.clauses.filter((c) => c.annex && /^附件\d/.test(c.path));
  return [...forms.flatMap((form) => differs(form, guide)), ...missing(forms, read)];
}

function differs(form: TextClause, guide: Guide): TextSlip[] {
  const title = FORM_TITLE.exec(form.text)?.[1];
  if (title === undefined || title === '') return [];
  const number = form.path.slice('附件'.length);
  const lines = guide.lines.filter((l) => l.form === number);
  const titles = lines.map((l) => bodyTitle(l));
  const [first] = titles;
  if (first === undefined || titles.some((t) => spelled(t) === spelled(title))) return [];
  const at = { line: form.lines[0] ?? 0, column: form.columns[0] ?? 0 };
  return [{ code: 'title-differs', clause: form.path, ...at, text: title, other: first }];
}

/** The line's title without what the data adds in brackets to tell lines of one project apart. */
function bodyTitle(line: Line): string {
  return line.title.replace(/（[^（）]*）$/, '');
}

function missing(forms: readonly TextClause[], read: ReadText): TextSlip[] {
  const list = read.clauses.find((c) => FORM_LIST.test(c.text));
  const range = list && FORM_LIST.exec(list.text);
  if (!list || !range) return [];
  const there = new Set(forms.map((f) => f.path));
  const slips: TextSlip[] = [];
  for (let n = Number(range[2]); n <= Number(range[3]); n++) {
    const path = `附件${range[1]}-${n}`;
    if (there.has(path)) continue;
    const at = { line: list.lines[0] ?? 0, column: list.columns[0] ?? 0 };
    slips.push({ code: 'form-missing', clause: list.path, ...at, text: range[0], other: path });
  }
  return slips;
}

/** Quotation marks come in several shapes. */
function spelled(text: string): string {
  return text.replace(/[\s“”"'‘’]/g, '');
}
