import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { identityOf, importWorkbook } from '@fuchi/performance-form/import/import-workbook';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { HAS_OFFICE, officeConverted } from '../documents/rendering.ts';
import { anyFilling } from './any-filling.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { guide } = loaded.checked;

describe.each(guide.forms.map((form) => [form.id, form] as const))('申报表 %s', (_, form) => {
  test('what can be typed comes back the same from the spreadsheet’s bytes', () => {
    fc.assert(
      fc.property(anyFilling(form), (filling) => {
        const bytes = writeXlsx(form, filling, guide);
        const imported = importWorkbook(form, identityOf(guide, form), bytes);
        expect(imported).toEqual({ ok: true, filling, faults: [] });
      }),
      { numRuns: 8, seed: 20220316 },
    );
  });
});

/** All 23 files in one process of LibreOffice. */
const PATIENCE = 300_000;

describe.skipIf(!HAS_OFFICE)('saved anew by LibreOffice', () => {
  const typed = new Map(
    guide.forms.map((form, i) => {
      // LibreOffice itself doesn't escape a text that looks like an escaped underscore: it saves another one.
      const kept = anyFilling(form).filter((f) => !JSON.stringify(f).includes('_x005F_'));
      const [filling] = fc.sample(kept, { numRuns: 1, seed: 2022 + i });
      if (!filling) throw new Error('no filling');
      return [form.id, filling];
    }),
  );
  let saved: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    const files = guide.forms.map((form): [string, Uint8Array] => {
      const filling = typed.get(form.id);
      if (!filling) throw new Error('no filling');
      return [`${form.id}.xlsx`, writeXlsx(form, filling, guide)];
    });
    saved = officeConverted(new Map(files), 'xlsx');
  }, PATIENCE);

  test.each(guide.forms)('申报表 $id comes back the same', (form) => {
    const bytes = saved.get(`${form.id}.xlsx`);
    if (!bytes) throw new Error(`LibreOffice didn't open ${form.id}`);
    const imported = importWorkbook(form, identityOf(guide, form), bytes);
    expect(imported).toEqual({ ok: true, filling: typed.get(form.id), faults: [] });
  });
});
