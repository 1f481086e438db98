import { spawn } from 'node:child_process';
import { programRoot } from '@fuchi/platform-server/program-root';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../tools/chromium.mjs';
import { median } from './compare.ts';
import { type Opening, opening, slowPage } from './opening.ts';

/** What the pages cost in a browser as slow as a cheap phone: milliseconds, medians. The first is the calculator's. */
export interface Pages extends Opening {
  /** All lines of the guide assessed anew after a keystroke. */
  readonly lines: number;
  /** From the keystroke until the list holds the new amounts, React's part included. */
  readonly keystroke: number;
  /** From the keystroke until the frame after that has been drawn. */
  readonly drawn: number;
  /** What the guide's pages and the interface's take to open, by address. */
  readonly others: Readonly<Record<string, Opening>>;
}

/** Each with what stands on it once it can be used. */
const OTHERS = [
  ['/guide', '.line-entries'],
  ['/guide/lines/tech-upgrade', '.provision'],
  ['/guide/search?q=贴息', 'mark'],
  ['/guide/compare?a=smart-factory&b=data-product', 'section.compare-row'],
  ['/interface', '.api-runner'],
] as const;
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
    const calculator = await opening(browser, url, '.standing');
    const others: Record<string, Opening> = {};
    for (const [path, sign] of OTHERS) others[path] = await opening(browser, url + path, sign);
    return { ...calculator, ...(await typing(browser, url)), others };
  } finally {
    await browser.close();
    server.kill();
  }
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
