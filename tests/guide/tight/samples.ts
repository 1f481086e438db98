import { PAID } from '@fuchi/policy/checked-guide';
import type { Applicant, Statement } from '../sound/applicant.ts';
import type { Chance } from '../sound/chance.ts';
import { holed } from '../sound/holes.ts';
import { type Ground, judgeOn, mended, stated, wholeApplicant } from '../sound/sample.ts';
import { boundaryValues, figuresOf } from './boundary-values.ts';
import { isWhole } from './completions.ts';
import { partsOf } from './part.ts';

const TRIES = 200;

/** A third of the applicants are eligible, a third nearly so, the others whatever they come to. */
export function originOf(g: Ground, chance: Chance): Applicant | undefined {
  const kind = chance.below(3);
  const aim = kind === 2 ? 'consistent' : 'eligible';
  const found = mended(g, wholeApplicant(g, chance), new Set(g.asked), aim, TRIES, chance);
  if (!isWhole(found.judgement)) return undefined;
  return kind === 1 ? nearly(g, found.applicant, chance) : found.applicant;
}

/** The applicant with one fact moved to a value on which a rule turns. */
function nearly(g: Ground, applicant: Applicant, chance: Chance): Applicant {
  const id = chance.of([...applicant.keys()].filter((f) => f !== PAID)) ?? '';
  const spec = g.guide.facts[id];
  const [part] = partsOf(g, [id]);
  if (!spec || !part || spec.type.kind === 'rows') return applicant;
  const told = chance.of(boundaryValues(g, spec, figuresOf(g, part, applicant, [])));
  const moved = told && new Map([...applicant, [id, stated(told)]]);
  return moved && isWhole(judgeOn(g, moved)) ? moved : applicant;
}

/** The applicant with holes, from one fact to all of them, more often few; of tables, some rows and cells. */
export function withHoles(g: Ground, whole: Applicant, chance: Chance): Applicant {
  const told = [...whole.keys()].filter((id) => id !== PAID);
  const holes = 1 + chance.below(chance.happens(0.5) ? Math.min(3, told.length) : told.length);
  const kept = new Map(whole);
  for (let i = 0; i < holes; i++) {
    const id = chance.of(told.filter((x) => kept.has(x)));
    if (id === undefined) break;
    const inside = g.guide.facts[id]?.type.kind === 'rows' && chance.happens(0.7);
    const table = inside ? partly(g, id, whole, chance) : undefined;
    if (table) kept.set(id, table);
    else kept.delete(id);
  }
  return kept;
}

/** A table with rows and cells not told; undefined where chance made more of it than that. */
function partly(
  g: Ground,
  id: string,
  whole: Applicant,
  chance: Chance,
): readonly Statement[] | undefined {
  const statements = whole.get(id);
  const made = statements && holed(g, new Map([[id, statements]]), chance).get(id);
  return made?.length === 1 ? made : undefined;
}
