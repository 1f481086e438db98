import type { Guide } from '@fuchi/guide/guide';
import type { TextClause } from '../text/outline.ts';
import type { AnnexFinding } from './annex-finding.ts';
import { compareAnnex } from './compare-annex.ts';
import { directionAnnex } from './direction-parts.ts';
import { formAnnex } from './form-parts.ts';

/**
 * What the annexes of a guide's text print and the data doesn't say, and the reverse. A text without any annex is that
 * of the body alone: nothing is compared.
 */
export function annexFindings(guide: Guide, clauses: readonly TextClause[]): AnnexFinding[] {
  const printed = clauses.filter((c) => c.annex && c.marker !== undefined);
  if (printed.length === 0) return [];
  const directions = directionAnnex(guide);
  const said = [...guide.forms.map(formAnnex), ...(directions ? [directions] : [])];
  const numbers = new Set(said.map((annex) => `附件${annex.number}`));
  return [
    ...printed.flatMap((clause): AnnexFinding[] => {
      const annex = said.find((a) => `附件${a.number}` === clause.path);
      if (annex) return [...compareAnnex(annex, clause)];
      const { line, column } = clause.marker ?? { line: 0, column: 0 };
      return numbers.has(clause.path)
        ? []
        : [{ code: 'annex-without-data', annex: clause.path, printedAt: { line, column } }];
    }),
    ...said.flatMap((annex): AnnexFinding[] => {
      const path = `附件${annex.number}`;
      if (printed.some((clause) => clause.path === path)) return [];
      return [{ code: 'annex-without-text', annex: path, saidAt: annex.at }];
    }),
  ];
}
