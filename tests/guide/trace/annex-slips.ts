import type { Form } from '@fuchi/guide/form';
import { printedTexts, slipsOf, withRows } from '@fuchi/guide-trace/annex/changed-form.fixture';
import { compareAnnex } from '@fuchi/guide-trace/annex/compare-annex';
import { formAnnex } from '@fuchi/guide-trace/annex/form-parts';
import type { ReadText } from '@fuchi/guide-trace/text/read-text';

/** Slips planted in a form, and those of them that the comparison with its annex doesn't see. */
export interface AnnexSlips {
  readonly planted: number;
  readonly unseen: readonly string[];
}

/** Every `step`th character of every printed text of a form lost, changed, or with one put in before it. */
export function characterSlips(form: Form, read: ReadText, step: number): AnnexSlips {
  const slips = printedTexts(form)
    .flatMap((printed) => slipsOf(printed.text).map((text) => ({ printed, text })))
    .filter((_, i) => i % step === 0);
  const unseen = slips.filter(({ printed, text }) => !sees(printed.with(text), read));
  return { planted: slips.length, unseen: unseen.map((s) => `${form.id} ${s.text}`) };
}

/** Every row of a form dropped, printed twice, and put behind the next one. */
export function rowSlips(form: Form, read: ReadText): AnnexSlips {
  const changed = withRows(form, (rows) =>
    rows.flatMap((row, i) => [
      rows.toSpliced(i, 1),
      rows.toSpliced(i, 0, row),
      ...(i + 1 < rows.length ? [rows.toSpliced(i, 2, rows[i + 1] ?? row, row)] : []),
    ]),
  );
  const unseen = changed.filter((form) => !sees(form, read));
  return { planted: changed.length, unseen: unseen.map((form) => form.id) };
}

function sees(form: Form, read: ReadText): boolean {
  const clause = read.clauses.find((c) => c.path === `附件${form.id}`);
  return clause !== undefined && compareAnnex(formAnnex(form), clause).length > 0;
}
