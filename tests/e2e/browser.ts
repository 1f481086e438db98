import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Browser, chromium } from 'playwright-core';
import { openPortal } from '../../apps/server/portal.ts';
import { findChromium } from '../../tools/chromium.mjs';

const PAGES = join(import.meta.dirname, '../../apps/web/dist');
const GUIDE = join(import.meta.dirname, '../../guides/jiangsu-2022');

/** Undefined where the machine has no browser: the tests that need one are then skipped, and counted so. */
export const executablePath = findChromium();

/** The browser looks nothing up by itself: it would wait for hosts a closed network doesn't have. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium on this machine');
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath, args: [...QUIET, ...sandbox] });
}

/** The guide that ships with the program. */
export async function openGuide(): Promise<CheckedGuide> {
  return (await openSource()).guide;
}

async function openSource() {
  const loaded = await loadGuide(GUIDE);
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  return { guide: loaded.checked, files: loaded.files };
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** The portal on a free port, over the pages that `npm test` built. */
export async function startPortal(): Promise<{ portal: Portal; url: string }> {
  const portal = await openPortal({
    pages: PAGES,
    ...(await openSource()),
    report: console.error,
  });
  return { portal, url: await portal.listen({ host: '127.0.0.1', port: 0 }) };
}
