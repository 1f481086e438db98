import { checkFilling } from '@fuchi/forms/check/check-filling';
import { completeness } from '@fuchi/forms/check/completeness';
import { addressText, readAddress } from '@fuchi/forms/field-address';
import { fieldLabel } from '@fuchi/forms/field-label';
import { blankFilling } from '@fuchi/forms/filling';
import { readFilling } from '@fuchi/forms/read/read-filling';
import { readSheet } from '@fuchi/forms/read/read-sheet';
import { formSentence } from '@fuchi/forms/sentence/sentence';
import { cellName, mapLines, readMapLines } from '@fuchi/forms/sheet-map';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyFilling } from './any-filling.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { guide } = loaded.checked;
const RUNS = { numRuns: 25, seed: 20220316 };

test('all 23 forms are there', () => expect(guide.forms).toHaveLength(23));

describe.each(guide.forms.map((form) => [form.id, form] as const))('申报表 %s', (_, form) => {
  test('what can be typed stays the same through JSON and through the rows of a spreadsheet', () => {
    fc.assert(
      fc.property(anyFilling(form), (filling) => {
        const json: unknown = JSON.parse(JSON.stringify(filling));
        expect(readFilling(form, json)).toEqual({ filling, faults: [] });
        const cells = sheetRows(form, filling)
          .flatMap((row) => row.cells)
          .map((cell, i) => ({
            address: addressText(cell.address),
            cell: `C${i}`,
            text: cell.text,
          }));
        expect(readSheet(form, cells)).toEqual({ filling, faults: [] });
      }),
      RUNS,
    );
  });

  test('every cell has an address of its own that reads back, and a name in the map', () => {
    const cells = sheetRows(form, blankFilling(form.id)).flatMap((row) => row.cells);
    const addresses = cells.map((cell) => cell.address);
    const written = addresses.map(addressText);
    expect(new Set(written).size).toBe(written.length);
    expect(written.map(readAddress)).toEqual(addresses);
    const identity = {
      guide: guide.id,
      version: guide.version,
      digest: 'd',
      year: form.year,
      form: form.id,
    };
    const map = readMapLines(mapLines(identity, addresses));
    expect(map?.identity).toEqual(identity);
    expect(addresses.map((_a, i) => map?.addresses.get(cellName(i)))).toEqual(written);
  });

  test('whatever is typed is checked: each finding has a sentence at a field that has a name', () => {
    fc.assert(
      fc.property(anyFilling(form), (filling) => {
        const findings = checkFilling(form, filling, { figures: guide.figures, facts: new Map() });
        const count = completeness(form, filling);
        expect(count.filled + count.missing.length).toBe(count.required);
        // What is missing is said, and nothing else is said to be missing.
        const said = findings.filter((f) => f.severity === 'missing' || f.code === 'says-nothing');
        expect(said.map((f) => addressText(f.where)).sort()).toEqual(
          count.missing.map(addressText).sort(),
        );
        for (const { code, facts, where } of findings) {
          expect(formSentence(code, facts).message).not.toMatch(/undefined|“”/u);
          expect(fieldLabel(form, where)).not.toBe('');
        }
      }),
      RUNS,
    );
  });
});
