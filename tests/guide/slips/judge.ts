import { Faults } from '@fuchi/guide/diagnostic';
import type { Guide } from '@fuchi/guide/guide';
import { readGuide } from '@fuchi/guide/read-guide';
import { readLine } from '@fuchi/guide/read-line';
import { readYaml } from '@fuchi/guide/yaml-text';
import { readText } from '@fuchi/guide-trace/text/read-text';
import { trace } from '@fuchi/guide-trace/trace';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { canonical } from './canonical.ts';
import { type Mutant, slipped } from './slip.ts';

export type Outcome =
  | { readonly by: 'check' | 'trace'; readonly codes: readonly string[] }
  /** Only spelling changed: the checked guide comes out the same, written out. */
  | { readonly by: 'equivalent' }
  /** Nothing is said; the guide as it would then be. */
  | { readonly by: 'missed'; readonly checked: CheckedGuide };

/** Judges mutants of one guide, which is without faults, as `fuchi check` and then `fuchi trace` would. */
export class Judge {
  readonly #files: ReadonlyMap<string, string>;
  readonly #guide: Guide;
  readonly #canonical: string;
  readonly #text: ReturnType<typeof readText> | undefined;
  readonly #before: ReadonlySet<string>;
  /** Each line's part of the guide without slips, written out. */
  readonly #alone = new Map<string, string>();

  constructor(files: ReadonlyMap<string, string>, checked: CheckedGuide, text: string | undefined) {
    this.#files = files;
    this.#guide = readGuide(files).guide;
    this.#canonical = canonical(checked);
    this.#text = text === undefined ? undefined : readText(text);
    this.#before = new Set(this.#findings(this.#guide));
  }

  judge(mutant: Mutant): Outcome {
    const source = slipped(this.#files.get(mutant.file) ?? '', mutant.edit);
    const read = this.#line(mutant.file, source) ?? this.#whole(mutant.file, source);
    if (read.codes.length > 0) return { by: 'check', codes: read.codes };
    const quick = this.#standingAlone(mutant.file, read.guide);
    if (quick) return quick;
    const { checked, faults } = checkGuide(read.guide);
    if (faults.length > 0) return { by: 'check', codes: [...new Set(faults.map((f) => f.code))] };
    if (canonical(checked) === this.#canonical) return { by: 'equivalent' };
    const found = this.#findings(read.guide).filter((code) => !this.#before.has(code));
    if (found.length === 0) return { by: 'missed', checked };
    return { by: 'trace', codes: [...new Set(found.map((f) => f.split(' ')[0] ?? ''))] };
  }

  #findings(guide: Guide): string[] {
    if (!this.#text) return [];
    return trace(guide, this.#text).findings.map((f) => `${f.code} ${JSON.stringify(f, places)}`);
  }

  #whole(file: string, source: string): { guide: Guide; codes: readonly string[] } {
    const { guide, faults } = readGuide(new Map([...this.#files, [file, source]]));
    return { guide, codes: [...new Set(faults.map((f) => f.code))] };
  }

  /** A line's file alone is read anew; the rest of the guide was read before and is the same. */
  #line(file: string, source: string): { guide: Guide; codes: readonly string[] } | undefined {
    const at = this.#guide.lines.findIndex((l) => `lines/${l.id}.yaml` === file);
    const old = this.#guide.lines[at];
    if (!old) return undefined;
    const faults = new Faults();
    const root = readYaml(file, source, faults);
    const codes = () => [...new Set(faults.list.map((f) => f.code))];
    if (!root) return { guide: this.#guide, codes: codes() };
    const line = readLine(root, faults);
    if (line.id !== old.id) return undefined;
    return { guide: { ...this.#guide, lines: this.#guide.lines.with(at, line) }, codes: codes() };
  }

  /**
   * The mutated line checked without the other lines, which takes a tenth of the time. Faults it has in its own
   * file it also has among the others; where it has none, only the whole check can tell.
   */
  #standingAlone(file: string, whole: Guide): Outcome | undefined {
    const line = whole.lines.find((l) => `lines/${l.id}.yaml` === file);
    if (!line) return undefined;
    const { checked, faults } = checkGuide({ ...whole, lines: [line] });
    const own = faults.filter((f) => f.at.file === file && !NOT_ALONE.has(f.code));
    if (own.length > 0) return { by: 'check', codes: [...new Set(own.map((f) => f.code))] };
    return canonical(checked) === this.#aloneBefore(file) ? { by: 'equivalent' } : undefined;
  }

  #aloneBefore(file: string): string {
    const known = this.#alone.get(file);
    if (known) return known;
    const guide = {
      ...this.#guide,
      lines: this.#guide.lines.filter((l) => `lines/${l.id}.yaml` === file),
    };
    const alone = canonical(checkGuide(guide).checked);
    this.#alone.set(file, alone);
    return alone;
  }
}

/** Faults a line has only because the others aren't there. */
const NOT_ALONE: ReadonlySet<string> = new Set([
  'unknown-name',
  'unused-fact',
  'unused-figure',
  'clause-gap',
]);

function places(key: string, value: unknown): unknown {
  return key === 'line' && typeof value === 'number'
    ? undefined
    : key === 'column'
      ? undefined
      : value;
}
