import { PDFDocument } from '@cantoo/pdf-lib';
import { GUIDE } from '@fuchi/application/prints/content.fixture';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { addressText, type FieldAddress } from '@fuchi/forms/field-address';
import type { SheetCell } from '@fuchi/forms/sheet-rows';
import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type Entry, type FieldEntry, isRows, type RowsEntry } from '@fuchi/policy/facts/entry';
import { rowWord } from '@fuchi/ui/facts/row-word';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Texts by the labels of their fields. */
export type Asked = Readonly<Record<string, string>>;

export type Filler = ReturnType<typeof fillerOf>;

/**
 * Fills in an application as somebody does at a browser: every field is found by what it is called on the page.
 * @example
 * const fill = fillerOf(page);
 * await fill.part('申报单位');
 * await fill.asked({ 法定代表人: '张示例' });
 */
export function fillerOf(page: Page) {
  const main = page.getByRole('main');

  /** Goes to a part by the way between them. */
  async function part(name: string): Promise<void> {
    const link = page
      .getByRole('navigation', { name: '申报的各部分' })
      .getByRole('link', { name, exact: true });
    await link.click();
    await expect.poll(() => link.getAttribute('aria-current')).toBe('page');
  }

  /** All that was written is kept by the server. */
  const saved = () =>
    page.getByText(/^(?:已保存 \d{4}-\d\d-\d\d \d\d:\d\d|所有内容已保存)$/u).waitFor();

  async function asked(fields: Asked, within: Locator = main): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      const field = within.getByLabel(label, { exact: true });
      await field.waitFor();
      const isChoice = await field.evaluate((at) => at.tagName === 'SELECT');
      if (isChoice) await field.selectOption(text);
      else await field.fill(text);
    }
  }

  /** Rows that have fields of their own: participants, audit reports. @param name 参与单位 */
  async function askedRows(name: string, counter: string, rows: readonly Asked[]): Promise<void> {
    for (const [i, row] of rows.entries()) {
      await main.getByRole('button', { name: `增加一${counter}${name}`, exact: true }).click();
      await asked(row, main.getByRole('group', { name: `第${i + 1}${counter}${name}` }));
    }
  }

  /** @param uploaded lists that come as a spreadsheet; the others are pasted out of one */
  async function facts(entry: Entry, uploaded: readonly string[] = []): Promise<void> {
    await main.getByRole('group', { name: '申报事实', exact: true }).waitFor();
    const folded = main.getByText(/^只用于核对数据、或只在另一种条文理解下才用到的\d+项$/u);
    const shut = folded.and(page.locator('details:not([open]) > summary'));
    if ((await shut.count()) > 0) await shut.click();
    for (const [id, field] of Object.entries(entry)) {
      const spec = GUIDE.facts[id];
      if (!spec) throw new Error(`the guide has no fact ${id}`);
      if (isRows(field)) await list(spec, field, uploaded.includes(id) ? upload : paste);
      else await fact(spec, field);
    }
  }

  async function fact(spec: FactSpec, field: FieldEntry): Promise<void> {
    const called = { name: spec.label, exact: true } as const;
    const { kind } = spec.type;
    if (Array.isArray(field)) {
      const boxes = main.getByRole('group', called);
      for (const name of field) await boxes.getByRole('checkbox', { name, exact: true }).check();
      return;
    }
    if (typeof field !== 'string') throw new Error(`${spec.id} is told in a way of its own`);
    if (kind !== 'bool' && kind !== 'choice') return main.getByRole('textbox', called).fill(field);
    const radios = main.getByRole('radiogroup', called);
    if ((await radios.count()) > 0)
      return radios.getByRole('radio', { name: field, exact: true }).check();
    await main.getByRole('combobox', called).click();
    await page.getByTitle(field, { exact: true }).click();
  }

  type Take = (
    rows: Locator,
    spec: FactSpec,
    table: readonly (readonly string[])[],
    within: string,
  ) => Promise<void>;

  /** @param within the row the list lies in: 第1笔的 */
  async function list(spec: FactSpec, entry: RowsEntry, take: Take, within = ''): Promise<void> {
    const rows = main.getByRole('group', { name: `${within}${spec.label}`, exact: true });
    const word = rowWord(spec);
    await take(rows, spec, sheetOf(spec, entry), within);
    const last = `${within}第${entry.rows.length}${word}`;
    await rows.getByRole('button', { name: `删除${last}`, exact: true }).waitFor();
    const inner = spec.columns.find(({ type }) => type.kind === 'rows');
    for (const [i, { cells }] of entry.rows.entries()) {
      const field = inner && cells[inner.id];
      if (!inner || !field || !isRows(field)) continue;
      await rows.getByText(`第${i + 1}${word}的${inner.label}`, { exact: true }).click();
      await list(inner, field, paste, `第${i + 1}${word}的`);
    }
    const whole = `${within}${spec.label}：已列全，没有别的了`;
    if (entry.complete) await rows.getByRole('checkbox', { name: whole, exact: true }).check();
  }

  /** Copied in a spreadsheet, with its headings, and pasted into the first cell. */
  const paste: Take = async (rows, spec, table, within) => {
    const word = rowWord(spec);
    await rows.getByRole('button', { name: `添加一${word}`, exact: true }).click();
    await rows.locator('td input').first().focus();
    const text = table.map((cells) => cells.join('\t')).join('\n');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), `${text}\n`);
    await page.keyboard.press('ControlOrMeta+V');
    expect(await rows.getByRole('status').first().textContent(), `${within}${spec.label}`).toBe('');
  };

  const upload: Take = async (rows, spec, [heads = [], ...table], within) => {
    const columns = heads.map((title) => ({ title, width: 20 }));
    const title = `${within}${spec.label}`;
    await rows.getByLabel(`${title}：选择Excel文件`).setInputFiles({
      name: `${spec.label}.xlsx`,
      mimeType: XLSX,
      buffer: Buffer.from(listXlsx({ title, columns, rows: table })),
    });
    const preview = page.getByRole('dialog', { name: /里的内容$/u });
    const take = `添加${table.length}${rowWord(spec)}`;
    await preview.getByRole('button', { name: take, exact: true }).click();
    await preview.waitFor({ state: 'hidden' });
  };

  /** A performance form: its head is taken over from the other parts, what is still empty is written. */
  async function form(cells: readonly SheetCell[]): Promise<void> {
    await main.getByRole('button', { name: '带入已填的内容' }).click();
    for (const { address, kind, text } of cells) {
      if (text === '' || address.kind === 'own' || isOfYear(address)) continue;
      const field = main.locator(`[id="${addressText(address)}"]`);
      if (kind === 'tick') await field.check();
      else if (kind === 'choice') await field.selectOption(text);
      else if ((await field.inputValue()) === '') await field.fill(text);
    }
    await main.getByText('已填齐。').waitFor();
  }

  /** In 检查: goes where something is mended. */
  async function followFinding(says: string | RegExp): Promise<void> {
    await main.getByRole('link', { name: says, exact: true }).click();
    await expect.poll(() => new URL(page.url()).pathname.endsWith('/check')).toBe(false);
  }

  /**
   * Hands in a PDF for every paper that the page says is still out.
   * @param own of some papers; of the others one of a few pages is made
   * @returns pages by paper
   */
  async function papers(
    own: ReadonlyMap<string, Buffer> = new Map(),
  ): Promise<ReadonlyMap<string, number>> {
    const handed = new Map<string, number>();
    await main.locator('.paper-section').first().waitFor();
    for (const section of await main.locator('.paper-section').all()) {
      if ((await section.getByText('还没有交', { exact: true }).count()) === 0) continue;
      const name = (await section.getAttribute('aria-label')) ?? '';
      const buffer = own.get(name) ?? (await pdfOf(1 + (handed.size % 3), name));
      await section
        .getByRole('button', { name: `上传${name} 选择文件`, exact: true })
        .setInputFiles({
          name: `${name}（示例）.pdf`,
          mimeType: 'application/pdf',
          buffer,
        });
      await section.getByText('已交1件').waitFor();
      handed.set(name, (await PDFDocument.load(buffer)).getPageCount());
    }
    return handed;
  }

  /** Nothing stands between the application and its submission. */
  async function passes(): Promise<void> {
    await part('检查');
    await main
      .getByRole('status')
      .filter({ hasText: /^(?:检查通过，可以定稿。|还有\d+处)/u })
      .waitFor();
    expect(await main.locator('.finding-list .tag-open + span').allInnerTexts()).toEqual([]);
  }

  return { main, followFinding, passes, papers, part, saved, asked, askedRows, facts, form };
}

/** Pages of one size, each paper's of its own: the same file isn't taken twice for one paper. */
export async function pdfOf(pages: number, title: string): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.setTitle(title);
  for (let page = 0; page < pages; page += 1) made.addPage([595, 842]);
  return Buffer.from(await made.save());
}

/** Targets by year stand folded; nobody has to give them. */
function isOfYear(address: FieldAddress): boolean {
  return address.kind === 'target' && address.part === 'year';
}

const UNIT = /^[\d.,]+(万元|元|%|个|人|天|台)$/u;

/** A list as it stands in a spreadsheet: the unit of all that is in a column stands in its heading. */
function sheetOf(spec: FactSpec, { rows }: RowsEntry): readonly (readonly string[])[] {
  const columns = spec.columns.filter(
    ({ id, type }) =>
      type.kind !== 'rows' && rows.some(({ cells }) => typeof cells[id] === 'string'),
  );
  const table = columns.map(({ id, label }) => {
    const texts = rows.map(({ cells }) => String(cells[id] ?? ''));
    const units = new Set(texts.map((text) => UNIT.exec(text)?.[1]));
    const [unit = ''] = units.size === 1 ? units : [];
    const isMoney = unit.endsWith('元');
    return [
      isMoney ? `${label}（${unit}）` : label,
      ...texts.map((text) => (isMoney ? text.slice(0, -unit.length) : text)),
    ];
  });
  return [...Array(rows.length + 1).keys()].map((row) => table.map((column) => column[row] ?? ''));
}
