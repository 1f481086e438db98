import type { Guide } from '@fuchi/guide/guide';
import { sectionOf, within } from '../clause-path.ts';
import type { DataFigure } from '../data/data-figure.ts';
import { sameMeasure } from '../measure.ts';
import type { Occurrence } from '../text/occurrence.ts';
import { closeness } from './closeness.ts';

/** Which figure of the data carries which number of the text. */
export interface Matching {
  readonly carrier: ReadonlyMap<Occurrence, DataFigure>;
  readonly carried: ReadonlyMap<DataFigure, readonly Occurrence[]>;
  /** Figures that state over again what another figure carries already. */
  readonly doubled: ReadonlyMap<DataFigure, DataFigure>;
}

interface Candidate {
  readonly occurrence: Occurrence;
  readonly figure: DataFigure;
  readonly score: number;
}

/**
 * Matches by clause and value. A named figure carries every number it speaks for; a number written
 * inside an expression carries one, the one it is closest to, so that taking it away leaves that
 * one uncarried and no other takes its place.
 * @param subjects the lines a number is said of, where the text names them
 */
export function matchFigures(
  guide: Guide,
  stated: readonly Occurrence[],
  figures: readonly DataFigure[],
  subjects: ReadonlyMap<Occurrence, ReadonlySet<string>>,
): Matching {
  const year = Number(guide.year);
  const candidates: Candidate[] = [];
  const sections = bySection(figures);
  for (const occurrence of stated) {
    if (!occurrence.measure) continue;
    for (const figure of sections.get(sectionOf(occurrence.clause)) ?? []) {
      if (!sameMeasure(occurrence.measure, figure.measure, year)) continue;
      if (!speaksFor(figure, occurrence.clause)) continue;
      const named = subjects.get(occurrence);
      if (named && figure.owners.size > 0 && !meets(named, figure.owners)) continue;
      candidates.push({ occurrence, figure, score: scoreOf(occurrence, figure) });
    }
  }
  return assign(candidates);
}

function assign(candidates: readonly Candidate[]): Matching {
  const carrier = new Map<Occurrence, DataFigure>();
  const carried = new Map<DataFigure, Occurrence[]>();
  const take = ({ occurrence, figure }: Candidate) => {
    carrier.set(occurrence, figure);
    carried.set(figure, [...(carried.get(figure) ?? []), occurrence]);
  };
  const best = [...candidates].sort((a, b) => b.score - a.score);
  for (const c of best) {
    const full = c.figure.name === '' && carried.has(c.figure);
    if (!carrier.has(c.occurrence) && !full) take(c);
  }
  const doubled = new Map<DataFigure, DataFigure>();
  for (const { occurrence, figure } of best) {
    const other = carrier.get(occurrence);
    if (other && other !== figure && !carried.has(figure)) doubled.set(figure, other);
  }
  return { carrier, carried, doubled };
}

/** Figures by the sections of the guide they speak for. */
function bySection(figures: readonly DataFigure[]): ReadonlyMap<string, readonly DataFigure[]> {
  const sections = new Map<string, DataFigure[]>();
  for (const figure of figures) {
    for (const section of new Set([...figure.clauses].map(sectionOf))) {
      const there = sections.get(section);
      if (there) there.push(figure);
      else sections.set(section, [figure]);
    }
  }
  return sections;
}

/** A figure speaks for a clause that it names and in which some expression uses it. */
function speaksFor(figure: DataFigure, clause: string): boolean {
  const near = (c: string) => within(clause, c) || within(c, clause);
  return (
    [...figure.clauses].some(near) &&
    (figure.uses.some((u) => near(u.clause)) || figure.mechanics === '批次的个数')
  );
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((x) => b.has(x));
}

/** Nearer clauses first, then what is said of both, then the order in which both stand. */
function scoreOf(o: Occurrence, f: DataFigure): number {
  const exact = f.clauses.has(o.clause) ? 4 : 0;
  const own = f.uses.filter((u) => u.otherwise === '').length > 0 ? 2 : 0;
  const sense = f.uses.some((u) => u.sense === o.sense) ? 0.5 : 0;
  const about = Math.max(0, ...f.uses.map((u) => closeness(o.before + o.text + o.after, u.about)));
  return exact + own + sense + about;
}
