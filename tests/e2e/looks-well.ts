import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults } from './axe.ts';
import { beyondEdge } from './site.ts';

/** Where pictures are put, for who looks at them. */
const PICTURES = process.env['FUCHI_PICTURES'];

/**
 * At a desk's and a telephone's width: nothing wrong by WCAG A and AA, and nothing to scroll sideways.
 * @param name of the pictures that are taken where somebody asks for them
 */
export async function looksWell(page: Page, name?: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    if (PICTURES !== undefined && name !== undefined) {
      await mkdir(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    }
    expect(await axeFaults(page)).toEqual([]);
    expect(await beyondEdge(page)).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
