import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { identityOf, importWorkbook } from '@fuchi/performance-form/import/import-workbook';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
