import type { Locator, Page } from 'playwright-core';

/** A row that most forms have, by its whole name. */
export const INVESTED = '效益指标 经济效益 项目总投入（万元）';

export async function openForm(page: Page, url: string, form: string): Promise<void> {
  await page.goto(`${url}/forms/${form}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** A cell one writes in, by the name a screen reader says. */
export function formCell(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}
