import type { Guide, Line } from '@fuchi/guide/guide';
import { clausePath, sectionOf } from '../clause-path.ts';

/** The lines of each section, and the words by which the text names each. */
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
   * The lines that the first of some texts names that names any: the words themselves and their
   * sentence; else a title round them, which is a name and nothing else.
   * @returns undefined where none is named: it is about all
   */
  named(
    path: string,
    texts: readonly string[],
    titles: readonly string[],
  ): ReadonlySet<string> | undefined {
    const lines = this.linesOf(path);
    if (lines.length < 2) return undefined;
    for (const said of [...texts, ...titles]) {
      const ids = lines.filter((l) => this.names.get(l.id)?.some((n) => said.includes(n)));
      if (ids.length === 0) continue;
      if (texts.includes(said) || this.without(path, said) === '') {
        return new Set(ids.map((l) => l.id));
      }
    }
    return undefined;
  }

  /** The lines the texts name, else all of the section that are applied for. */
  concerned(path: string, texts: readonly string[], titles: readonly string[]): readonly Line[] {
    const lines = this.linesOf(path);
    const named = this.named(path, texts, titles);
    if (named) return lines.filter((l) => named.has(l.id));
    const applied = lines.filter((l) => l.mode === '申报');
    return applied.length > 0 ? applied : lines;
  }

  /** A stretch of text without the names of lines, marks and white space. */
  without(path: string, text: string): string {
    let rest = text;
    for (const line of this.linesOf(path)) {
      for (const name of this.names.get(line.id) ?? []) rest = rest.replaceAll(name, '');
    }
    return rest.replace(/^项目|[\s、“”（）]/g, '').replace(/^项目$/, '');
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
