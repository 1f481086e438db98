import type { Guide } from '@fuchi/guide/guide';
import type { TextClause } from '../text/outline.ts';
import type { AnnexFinding } from './annex-finding.ts';
import { compareAnnex } from './compare-annex.ts';
import { directionAnnex } from './direction-parts.ts';
import { formAnnex } from './form-parts.ts';
import type { PrintedAnnex } from './printed-part.ts';

/**
 * What the annexes of a guide's text print and the data doesn't say, and the reverse. A text without any annex is that
 * of the body alone: nothing is compared.
 */
export function annexFindings(guide: Guide, clauses: readonly TextClause[]): AnnexFinding[] {
  const printed = clauses.filter((c) => c.annex && c.marker !== undefined);
  if (printed.length === 0) return [];
  const said: readonly Said[] = [
    ...guide.forms.map((form) => ({ of: form, annex: formAnnex(form) })),
    ...directionsOf(guide),
  ];
  return [
    ...printed.flatMap((clause): readonly AnnexFinding[] => {
      const found = said.find(({ annex }) => pathOf(annex) === clause.path);
      if (found) return compared(found, clause);
      const { line, column } = clause.marker ?? { line: 0, column: 0 };
      return [{ code: 'annex-without-data', annex: clause.path, printedAt: { line, column } }];
    }),
    ...said.flatMap(({ annex }): AnnexFinding[] =>
      printed.some((clause) => clause.path === pathOf(annex))
        ? []
        : [{ code: 'annex-without-text', annex: pathOf(annex), saidAt: annex.at }],
    ),
  ];
}

/** An annex, and the part of the guide it is made of. */
interface Said {
  readonly of: object;
  readonly annex: PrintedAnnex;
}

function directionsOf(guide: Guide): Said[] {
  const annex = directionAnnex(guide);
  return annex ? [{ of: guide.trainingDirections, annex }] : [];
}

function pathOf(annex: PrintedAnnex): string {
  return `附件${annex.number}`;
}

/** Many changed guides are traced against one text: mostly with the same forms. */
const known = new WeakMap<TextClause, WeakMap<object, readonly AnnexFinding[]>>();

function compared({ of, annex }: Said, clause: TextClause): readonly AnnexFinding[] {
  const ofClause = known.get(clause) ?? new WeakMap<object, readonly AnnexFinding[]>();
  known.set(clause, ofClause);
  const findings = ofClause.get(of) ?? compareAnnex(annex, clause);
  ofClause.set(of, findings);
  return findings;
}
