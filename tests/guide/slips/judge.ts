import { Faults } from '@fuchi/guide/diagnostic';
import type { Guide } from '@fuchi/guide/guide';
import { readGuide } from '@fuchi/guide/read-guide';
import { readLine } from '@fuchi/guide/read-line';
import { readYaml } from '@fuchi/guide/yaml-text';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { canonical } from './canonical.ts';
import { type Mutant, slipped } from './slip.ts';

export interface Judged {
  /** Codes of what `check` says; none when it says nothing. */
  readonly codes: readonly string[];
  /** Nothing changed but spelling: the checked guide is the same, written out. */
  readonly equivalent: boolean;
  readonly checked: CheckedGuide | undefined;
}

/** Judges mutants of one guide as `fuchi check` would. */
export class Judge {
  readonly #files: ReadonlyMap<string, string>;
  readonly #guide: Guide;
  readonly #canonical: string;

  constructor(files: ReadonlyMap<string, string>, checked: CheckedGuide) {
    this.#files = files;
    this.#guide = readGuide(files).guide;
    this.#canonical = canonical(checked);
  }

  judge(mutant: Mutant): Judged {
    const source = slipped(this.#files.get(mutant.file) ?? '', mutant.edit);
    const { guide, codes, unread } =
      this.#line(mutant.file, source) ?? this.#whole(mutant.file, source);
    if (unread) return { codes, equivalent: false, checked: undefined };
    const { checked, faults } = checkGuide(guide);
    const all = [...new Set([...codes, ...faults.map((f) => f.code)])];
    if (all.length > 0) return { codes: all, equivalent: false, checked: undefined };
    return { codes: all, equivalent: canonical(checked) === this.#canonical, checked };
  }

  #whole(file: string, source: string) {
    const { guide, faults, unread } = readGuide(new Map([...this.#files, [file, source]]));
    return { guide, codes: faults.map((f) => f.code), unread: unread.length > 0 };
  }

  /** A line's file alone is read anew; the rest of the guide was read before and is the same. */
  #line(file: string, source: string) {
    const at = this.#guide.lines.findIndex((l) => `lines/${l.id}.yaml` === file);
    const old = this.#guide.lines[at];
    if (!old) return undefined;
    const faults = new Faults();
    const root = readYaml(file, source, faults);
    if (!root) return { guide: this.#guide, codes: faults.list.map((f) => f.code), unread: true };
    const line = readLine(root, faults);
    if (line.id !== old.id) return undefined;
    return {
      guide: { ...this.#guide, lines: this.#guide.lines.with(at, line) },
      codes: faults.list.map((f) => f.code),
      unread: false,
    };
  }
}
