import { existsSync, readFileSync } from 'node:fs';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, it } from 'vitest';
import { Judge } from './judge.ts';
import { mutantsOf } from './mutants.ts';
import { OPERATORS } from './operators.ts';
import { sampled } from './sampled.ts';
import { sitesOf } from './sites.ts';
import { FAMILIES, slipped } from './slip.ts';
import { tally, weightedShare } from './tally.ts';

const TEXT = `${import.meta.dirname}/../../../../shared/guide/guide-2022.txt`;
/** Mutants of each operator that `npm test` tries; the whole table is measured by `npm run prove -- slips`. */
const EACH = 2;
/** So few of each scatter: the share measured over the whole table stands in docs/proof.md. */
const FLOOR = 0.8;

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const mutants = mutantsOf(loaded.files, loaded.checked);

describe('slips of an author', () => {
  it('are looked for in ten families, each with several operators that apply', () => {
    for (const family of FAMILIES) {
      const own = OPERATORS.filter((o) => o.family === family);
      const applied = own.filter((o) => mutants.some((m) => m.operator === o));
      expect(applied.length, family).toBeGreaterThan(2);
    }
  });

  it('stand where they say: every place found is the text it was read as', () => {
    for (const [file, source] of loaded.files) {
      if (!file.startsWith('lines/')) continue;
      for (const site of sitesOf(file, source)) {
        const written = [...site.text].map((_, i) => source[site.offset(i)]).join('');
        expect(written.replace(/\s/gu, ' '), `${file} ${site.path.join('/')}`).toBe(site.text);
      }
    }
  });

  it('change the text, and nothing but their place', () => {
    for (const m of sampled(mutants, 1)) {
      const source = loaded.files.get(m.file) ?? '';
      const after = slipped(source, m.edit);
      expect(after, `${m.operator.id} ${m.file}:${m.line}`).not.toBe(source);
      expect(after.length - source.length).toBe(m.edit.text.length - m.was.length);
    }
  });

  it.skipIf(!existsSync(TEXT))('are caught by check or trace', { timeout: 300_000 }, () => {
    const judge = new Judge(loaded.files, loaded.checked, readFileSync(TEXT, 'utf8'));
    const places = new Map(
      OPERATORS.map((o) => [o, mutants.filter((m) => m.operator === o).length]),
    );
    const tallies = tally(OPERATORS, sampled(mutants, EACH), places, judge, () => false);
    expect(tallies.reduce((n, t) => n + t.applied, 0)).toBeGreaterThan(150);
    expect(weightedShare(tallies)).toBeGreaterThan(FLOOR);
  });
});
