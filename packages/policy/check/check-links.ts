import type { Faults } from '@fuchi/guide/diagnostic';
import type { LinkTarget, RowLink } from '@fuchi/guide/fact';
import type { Fact, Guide } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { FactSpec } from '../checked-guide.ts';

/**
 * Checks 对应: the list that is named is asked wherever the one that names it is, its column is one of texts, and the
 * columns that are held against each other are amounts or dates. And 连同: it names other columns of texts of the row.
 */
export function checkLinks(
  guide: Guide,
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): void {
  const owners = new Map(guide.lines.flatMap((l) => l.facts.map(({ id }) => [id, l.id] as const)));
  const lists = [...guide.facts, ...guide.lines.flatMap((l) => l.facts)];
  for (const list of lists) {
    const own = facts.get(list.id);
    for (const { id, link, numberWith } of list.columns) {
      if (link) checkLink(link, list, facts, owners, faults);
      if (!own) continue;
      const others = { ...own, columns: own.columns.filter((c) => c.id !== id) };
      for (const column of numberWith) checkColumn(column, others, '文字', faults);
    }
  }
  for (const line of guide.lines) {
    for (const { named } of line.participants?.roles ?? []) {
      if (named) checkTarget(named, line.id, line.title, facts, owners, faults);
    }
  }
}

function checkLink(
  link: RowLink,
  list: Fact,
  facts: ReadonlyMap<string, FactSpec>,
  owners: ReadonlyMap<string, string>,
  faults: Faults,
): void {
  const target = checkTarget(link, owners.get(list.id), list.id, facts, owners, faults);
  if (!target) return;
  const from = facts.get(list.id);
  if (link.amount && from) checkColumn(link.amount, from, '金额', faults);
  if (link.atMost) checkColumn(link.atMost, target, '金额', faults);
  if (link.date && from) checkColumn(link.date, from, '日期', faults);
  if (link.notBefore) checkColumn(link.notBefore, target, '日期', faults);
}

/** @param own the line that names it; undefined for what all lines share */
function checkTarget(
  link: LinkTarget,
  own: string | undefined,
  by: string,
  facts: ReadonlyMap<string, FactSpec>,
  owners: ReadonlyMap<string, string>,
  faults: Faults,
): FactSpec | undefined {
  const theirs = owners.get(link.list);
  const target = facts.get(link.list);
  if (target?.type.kind !== 'rows') {
    const reachable = [...facts.values()].filter(
      ({ id, type }) => type.kind === 'rows' && [undefined, own].includes(owners.get(id)),
    );
    const near = nearest(link.list, reachable.map(idOf)) ?? '';
    faults.add(link.target.at, 'link-list', { name: link.list, nearest: near });
    return undefined;
  }
  if (theirs !== undefined && theirs !== own) {
    faults.add(link.target.at, 'link-other-line', { name: link.list, list: by, line: theirs });
  }
  checkColumn({ ...link.target, text: link.column }, target, '文字', faults);
  return target;
}

function checkColumn(column: Text, { id, columns }: FactSpec, kind: string, faults: Faults): void {
  const fitting = columns.filter((c) => c.kind === kind).map(idOf);
  if (column.missing || fitting.includes(column.text)) return;
  const near = nearest(column.text, fitting) ?? '';
  const facts = { name: column.text, list: id, kind, nearest: near, words: fitting.join('、') };
  faults.add(column.at, 'link-column', facts);
}

function idOf({ id }: FactSpec): string {
  return id;
}

/** The lists and facts given, and the lists that rows of theirs name: who is asked for one is asked for the other. */
export function withLinked(
  ids: readonly string[],
  facts: ReadonlyMap<string, FactSpec>,
): readonly string[] {
  const all = new Set(ids);
  // A set hands out what is added while it is walked.
  for (const id of all) {
    for (const { link } of facts.get(id)?.columns ?? []) {
      if (link && facts.has(link.list)) all.add(link.list);
    }
  }
  return [...all];
}
