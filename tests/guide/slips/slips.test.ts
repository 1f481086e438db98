import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { OPERATORS } from './operators.ts';
import { Panel, TRACED } from './panel.ts';
import { sampled } from './sampled.ts';
import { sitesOf } from './sites.ts';
import { FAMILIES, slipped } from './slip.ts';
import { share, tally } from './tally.ts';

/** Mutants of each operator that `npm test` tries; the whole table is measured by `npm run prove -- slips`. */
const EACH = 1;
/** What the issue asks for over all slips. */
const FLOOR = 0.95;

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

  it.skipIf(!TRACED)('are caught by check, its cases or trace', { timeout: 300_000 }, () => {
    const panel = new Panel(loaded);
    const tried = sampled(panel.mutants, EACH);
    const verdicts = tried.map((m) => panel.verdict(m));
    const tallies = tally(OPERATORS, panel.mutants, tried, verdicts);
    expect(tried.length).toBeGreaterThan(100);
    expect(share(tallies, 'with cases')).toBeGreaterThan(FLOOR);
  });
});
