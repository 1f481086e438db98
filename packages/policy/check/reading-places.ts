import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { Reading } from '@fuchi/guide/guide';
import type { Place, Text } from '@fuchi/guide/place';
import type { CheckedGuide, CheckedLine } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { readingsOf } from '../walk.ts';
import { ENGINE_READINGS } from './check-readings.ts';
import { clausesOf, type FullClause, reaches } from './clause-reach.ts';

interface Known {
  readonly reading: Reading;
  readonly clauses: readonly FullClause[] | undefined;
  /** The words of the guide it is about, when it quotes them first. */
  readonly phrase: RegExp | undefined;
}

/**
 * Readings where they are named: at a clause they are about, at each sentence that has the words in question,
 * and at least once at all.
 */
export function readingPlaceFaults(guide: CheckedGuide): Diagnostic[] {
  const sections = [...new Set(guide.lines.map((l) => l.section))];
  const known = new Map(
    guide.guide.readings.map((reading): [string, Known] => [
      reading.id,
      { reading, clauses: clausesOf(reading.clause, sections), phrase: phraseOf(reading) },
    ]),
  );
  const faults = guide.lines.flatMap((line) => [
    ...ofConditions(line, known),
    ...ofAmount(line, known),
    ...ofQuota(line, known),
  ]);
  const named = new Set(allNamed(guide));
  for (const { reading } of known.values()) {
    if (named.has(reading.id) || ENGINE_READINGS.has(reading.id)) continue;
    faults.push({ at: reading.at, code: 'reading-not-named', facts: { id: reading.id } });
  }
  return faults;
}

/** Words the guide leaves open throughout, such as “项目推荐单位”; X and N stand for a figure. */
function phraseOf(reading: Reading): RegExp | undefined {
  if (reading.form !== '文字') return undefined;
  const phrase = /^“([^”]+)”/u.exec(reading.point)?.[1];
  if (phrase === undefined) return undefined;
  const plain = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(plain.replace(/[XN]/g, '\\d+').replace('按不超过', '按(?:一般)?不超过.*'), 'u');
}

function elsewhere(
  id: string,
  line: CheckedLine,
  clause: string | undefined,
  known: ReadonlyMap<string, Known>,
): boolean {
  const clauses = known.get(id)?.clauses;
  if (!clauses) return false;
  if (clause !== undefined) return !reaches(clauses, line.section, clause);
  return !clauses.some((c) => reaches([{ section: c.section, number: '' }], line.section, ''));
}

function ofConditions(line: CheckedLine, known: ReadonlyMap<string, Known>): Diagnostic[] {
  return line.conditions.flatMap((c, i) => {
    const source = line.source.conditions[i];
    const at = source?.must?.at ?? source?.at ?? line.source.at;
    const wrong = c.readings.filter((id) => elsewhere(id, line, c.clause, known));
    return [
      ...wrong.map((id) => misplaced(at, id, c.clause, known)),
      ...unnamed(c.says, c.clause, c.readings, line, source?.at ?? at, known),
    ];
  });
}

function ofAmount(line: CheckedLine, known: ReadonlyMap<string, Known>): Diagnostic[] {
  const { subsidy } = line.source;
  if (!subsidy) return [];
  const trees: (Checked | undefined)[] = [
    line.cap,
    line.premise?.must,
    ...line.steps.map((s) => s.node),
    ...line.stages.map((s) => s.amount),
  ];
  const ids = [...subsidy.readings.map((r) => r.text), ...trees.flatMap(readingsOf)];
  return [
    ...ids
      .filter((id) => elsewhere(id, line, undefined, known))
      .map((id) => misplaced(subsidy.at, id, line.amountClause, known)),
    ...unnamed(
      subsidy.says,
      line.amountClause,
      [...ids, ...line.readings],
      line,
      subsidy.at,
      known,
    ),
  ];
}

function ofQuota(line: CheckedLine, known: ReadonlyMap<string, Known>): Diagnostic[] {
  const { quota, readings } = line.source;
  const lists: readonly Text[] = [...readings, ...(quota?.readings ?? [])];
  return lists
    .filter((r) => elsewhere(r.text, line, undefined, known))
    .map((r) => misplaced(r.at, r.text, line.section, known));
}

function misplaced(
  at: Place,
  id: string,
  clause: string,
  known: ReadonlyMap<string, Known>,
): Diagnostic {
  return {
    at,
    code: 'reading-elsewhere',
    facts: { id, clause, own: known.get(id)?.reading.clause ?? '' },
  };
}

/** Readings about words that this sentence has, and that aren't named beside it. */
function unnamed(
  says: string,
  clause: string,
  named: readonly string[],
  line: CheckedLine,
  at: Place,
  known: ReadonlyMap<string, Known>,
): Diagnostic[] {
  return [...known.values()].flatMap(({ reading, clauses, phrase }): Diagnostic[] => {
    const word = phrase?.exec(says)?.[0];
    if (word === undefined || named.includes(reading.id) || reading.clause.includes('支持数量'))
      return [];
    if (clauses && !reaches(clauses, line.section, clause)) return [];
    return [{ at, code: 'reading-of-words', facts: { id: reading.id, word } }];
  });
}

function allNamed(guide: CheckedGuide): string[] {
  const { definitions, figures, calendars } = guide.guide;
  const texts = [...definitions, ...figures, ...calendars].flatMap((d) => d.readings);
  const derived = Object.values(guide.facts).flatMap((f) => [
    f,
    ...f.columns,
    ...f.columns.flatMap((c) => c.columns),
  ]);
  return [
    ...texts.map((t) => t.text),
    ...derived.flatMap((f) => f.derivations.flatMap((d) => readingsOf(d.node))),
    ...guide.call.flatMap((c) => c.readings),
    ...guide.lines.flatMap((l) => [
      ...l.readings,
      ...l.conditions.flatMap((c) => c.readings),
      ...(l.source.quota?.readings.map((r) => r.text) ?? []),
      ...l.source.figures.flatMap((f) => f.readings.map((r) => r.text)),
      ...[
        l.cap,
        l.premise?.must,
        ...l.steps.map((s) => s.node),
        ...l.stages.map((s) => s.amount),
      ].flatMap(readingsOf),
      l.computableUnder,
    ]),
  ];
}
