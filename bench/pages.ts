import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { programRoot } from '@fuchi/platform-server/program-root';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../tools/chromium.mjs';
import { median } from './compare.ts';

/** What the calculator costs in a browser as slow as a cheap phone: milliseconds, medians. */
export interface Pages {
  /** Compressed bytes of script before the calculator can be used. */
  readonly script: number;
  /** From the navigation's start until every line stands on the page and no long task runs. */
  readonly interactive: number;
  /** All lines of the guide assessed anew after a keystroke. */
  readonly lines: number;
  /** From the keystroke until the list holds the new amounts, React's part included. */
  readonly keystroke: number;
  /** From the keystroke until the frame after that has been drawn. */
  readonly drawn: number;
}

const SLOWER = 4;
const LOADS = 7;
const PORT = 3987;
const ANSWERS = {
  facts: {
    规模以上工业企业: '是',
    工业企业: '是',
    申报单位为企业: '是',
    机构类型: '企业',
    先导区申报主体类型: '其他',
    展会活动申报主体: '其他单位',
    申报单位注册地: '昆山市',
    项目实施地: '昆山市',
    软件等投入: '800',
    项目完工日期: '2021-10-30',
  },
};

/** Serves the built pages and measures them in Chromium, CPU slowed down four times. */
export async function pages(): Promise<Pages> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on this machine');
  const server = spawn(process.execPath, ['apps/cli/fuchi.mjs', 'serve'], {
    cwd: programRoot(),
    env: { ...process.env, PORT: String(PORT) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', ...sandbox] });
  try {
    const url = `http://127.0.0.1:${PORT}`;
    await answering(url);
    const loads: number[] = [];
    for (let i = 0; i <= LOADS; i += 1) loads.push(await interactiveAfter(browser, url));
    // The first load finds the server's own caches empty.
    return {
      script: await scriptBytes(browser, url),
      interactive: median(loads.slice(1)),
      ...(await typing(browser, url)),
    };
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Scripts that the calculator fetches, compressed as the server may send them. */
async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const { page, close } = await slowPage(browser);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url);
  await page.locator('.standing').first().waitFor();
  const bytes = await Promise.all(scripts);
  await close();
  return bytes.reduce((a, b) => a + b, 0);
}

async function interactiveAfter(browser: Browser, url: string): Promise<number> {
  const { page, close } = await slowPage(browser);
  await page.addInitScript(() => {
    const seen = { lines: 0, task: 0 };
    Reflect.set(window, 'seen', seen);
    new MutationObserver(() => {
      if (seen.lines === 0 && document.querySelector('.standing')) seen.lines = performance.now();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) seen.task = Math.max(seen.task, e.startTime + e.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  await page.locator('.standing').first().waitFor();
  await page.waitForTimeout(1_500);
  const at = await page.evaluate(() => {
    const seen: { lines: number; task: number } = Reflect.get(window, 'seen');
    return Math.max(seen.lines, seen.task);
  });
  await close();
  return at;
}

type Typed = Pick<Pages, 'lines' | 'keystroke' | 'drawn'>;

async function typing(browser: Browser, url: string): Promise<Typed> {
  const { page, close } = await slowPage(browser);
  await page.addInitScript(
    (kept) => localStorage.setItem('fuchi/jiangsu-2022/answers', kept),
    JSON.stringify({ ...ANSWERS, round: {}, wanted: [], skipped: ['screening 1', 'gates'] }),
  );
  await page.goto(url);
  await page.getByRole('heading', { name: /^项目总投入/ }).waitFor();
  await page.evaluate(() => {
    const times: Typed[] = [];
    Reflect.set(window, 'times', times);
    let pressed = 0;
    document.addEventListener('keydown', () => {
      pressed = performance.now();
    });
    new MutationObserver(() => {
      const [lines] = performance.getEntriesByName('fuchi lines');
      if (pressed === 0) return;
      const since = pressed;
      const keystroke = performance.now() - since;
      pressed = 0;
      requestAnimationFrame(() =>
        setTimeout(() => {
          const drawn = performance.now() - since;
          times.push({ lines: lines?.duration ?? 0, keystroke, drawn });
        }),
      );
    }).observe(document.querySelector('#standings') ?? document, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const field = page.locator('form.question').getByRole('textbox');
  for (let i = 0; i < 12; i += 1) {
    await field.focus();
    for (const key of ['1', '8', '0', '0', 'Backspace', 'Backspace', 'Backspace', 'Backspace']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
  }
  const times = await page.evaluate((): Typed[] => Reflect.get(window, 'times'));
  await close();
  return {
    lines: median(times.map((t) => t.lines)),
    keystroke: median(times.map((t) => t.keystroke)),
    drawn: median(times.map((t) => t.drawn)),
  };
}

async function slowPage(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, close: () => context.close() };
}

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the portal does not answer');
}
