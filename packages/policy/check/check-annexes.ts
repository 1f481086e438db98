import type { AnnexList } from '@fuchi/guide/annex';
import type { Faults } from '@fuchi/guide/diagnostic';
import type { Line } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import type { FactSpec } from '../checked-guide.ts';

/** Checks what a line prints for its papers: the letters it asks for, and the lists that others confirm. */
export function checkAnnexes(
  line: Line,
  facts: ReadonlyMap<string, FactSpec>,
  faults: Faults,
): void {
  for (const { paper } of line.letters) {
    const issuer = line.papers.find((p) => p.name === paper.text)?.issuer ?? '';
    checkPaper(paper, line, faults);
    if (issuer !== '') faults.add(paper.at, 'letter-of-others', { name: paper.text, issuer });
  }
  twice(
    line.letters.map((l) => l.paper),
    faults,
  );
  for (const annex of line.annexes) {
    checkPaper(annex.paper, line, faults);
    const issuer = annex.issuer || line.papers.find((p) => p.name === annex.paper.text)?.issuer;
    if (!issuer && !annex.paper.missing) {
      faults.add(annex.at, 'annex-without-issuer', { name: annex.name.text });
    }
    const spec = facts.get(annex.list.rows.text);
    checkList(annex.list, spec, [...facts.values()], faults);
    if (annex.addsRows && annex.within) {
      faults.add(annex.at, 'annex-adds-within', { name: annex.name.text });
    }
    if (!annex.within || spec?.type.kind !== 'rows') continue;
    const inner = spec.columns.find((c) => c.id === annex.within?.rows.text);
    checkList(annex.within, inner, spec.columns, faults);
  }
  twice(
    line.annexes.map((a) => a.name),
    faults,
  );
}

function checkPaper(paper: Text, line: Line, faults: Faults): void {
  if (paper.missing) return;
  const names = line.papers.map((p) => p.name);
  if (names.includes(paper.text)) return;
  const near = nearest(paper.text, names) ?? '';
  faults.add(paper.at, 'paper-not-asked', { name: paper.text, nearest: near });
}

function checkList(
  { rows, columns, confirmed }: AnnexList,
  spec: FactSpec | undefined,
  among: readonly FactSpec[],
  faults: Faults,
): void {
  if (spec?.type.kind !== 'rows') {
    if (rows.missing) return;
    const lists = among.filter((f) => f.type.kind === 'rows').map((f) => f.id);
    const near = nearest(rows.text, lists) ?? '';
    faults.add(rows.at, 'unknown-rows', { name: rows.text, nearest: near });
    return;
  }
  const known = spec.columns.filter((c) => c.type.kind !== 'rows').map((c) => c.id);
  for (const column of columns) {
    if (known.includes(column.text)) continue;
    const near = nearest(column.text, known) ?? '';
    faults.add(column.at, 'annex-column', { name: column.text, list: rows.text, nearest: near });
  }
  const printed = columns.map((c) => c.text);
  for (const column of confirmed) {
    if (printed.includes(column.text)) continue;
    faults.add(column.at, 'annex-confirmed', { name: column.text });
  }
  twice(columns, faults);
  twice(confirmed, faults);
}

function twice(texts: readonly Text[], faults: Faults): void {
  texts.forEach((text, i) => {
    if (texts.findIndex((t) => t.text === text.text) < i) {
      faults.add(text.at, 'listed-twice', { name: text.text });
    }
  });
}
