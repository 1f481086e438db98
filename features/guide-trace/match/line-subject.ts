import type { Guide, Line } from '@fuchi/guide/guide';
import { clausePath, sectionOf } from '../clause-path.ts';

/** The lines of one section, and the words by which the text names each. */
export class LineSubject {
  private readonly bySection = new Map<string, readonly Line[]>();
  private readonly names = new Map<string, readonly string[]>();

  constructor(guide: Guide) {
    for (const line of guide.lines) {
      const section = clausePath('', line.section);
      this.bySection.set(section, [...(this.bySection.get(section) ?? []), line]);
    }
    for (const lines of this.bySection.values()) {
      for (const line of lines) this.names.set(line.id, namesOf(line, lines));
    }
  }

  linesOf(path: string): readonly Line[] {
    const section = sectionOf(path);
    // 二 is a section of its own, whose clauses are 二(一), 二(二).
    return this.bySection.get(section) ?? this.bySection.get(section.replace(/\(.*$/, '')) ?? [];
  }

  /**
   * Which lines of its section a stretch of text speaks of, by their names in it.
   * @returns an empty set where it names none: it speaks of all
   */
  named(path: string, text: string): ReadonlySet<string> {
    const lines = this.linesOf(path);
    if (lines.length < 2) return new Set();
    return new Set(
      lines.filter((l) => this.names.get(l.id)?.some((n) => text.includes(n))).map((l) => l.id),
    );
  }
}

/** A line's title as the text may shorten it, unless a neighbour's title holds the same words. */
function namesOf(line: Line, neighbours: readonly Line[]): string[] {
  const title = line.title.replace(/（[^）]*）/g, '').replace(/\s/g, '');
  const short = title.replace(/项目$/, '');
  const bare = short.replace(/^.*(?:的|部署)/, '');
  return [title, short, bare].filter(
    (n) => n.length >= 4 && neighbours.every((o) => o === line || !o.title.includes(n)),
  );
}
