import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { openFileStore } from '@fuchi/platform-server/files/file-store';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { secretBox } from '@fuchi/platform-server/secret-box';
import { SESSION_SETTINGS } from '@fuchi/record-person/session-settings';
import type { SignInSettings } from '@fuchi/sign-in/sign-in-context';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { openPortalWithRoutes } from './portal.ts';

const GUIDE = join(programRoot(), 'guides/jiangsu-2022');

export interface TestPortalOptions {
  readonly db: Database;
  readonly signIn?: Partial<SignInSettings>;
  /** A folder of built pages; without it the portal has none worth seeing. */
  readonly pages?: string;
  readonly trustedProxies?: readonly string[];
  readonly mode?: 'demonstration' | 'production';
  readonly sms?: boolean;
}

/** The whole portal over a database of a test, with clocks the test sets. */
export async function openTestPortal(options: TestPortalOptions) {
  const { db, signIn = {}, trustedProxies = [], mode = 'production', sms = false } = options;
  const loaded = await loadGuide(GUIDE);
  if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
  const empty = options.pages === undefined ? await emptyPages() : undefined;
  const faults: string[] = [];
  const clock = {
    at: new Date('2022-03-16T01:00:00Z'),
    now: () => clock.at,
    reread: async () => {},
  };
  const machine = { at: new Date('2026-03-02T01:00:00Z'), now: () => machine.at };
  const box = secretBox(randomBytes(32));
  const fileFolder = await mkdtemp(join(tmpdir(), 'fuchi-files-'));
  const files = await openFileStore(fileFolder);
  const { portal, routes, operations } = await openPortalWithRoutes({
    pages: options.pages ?? empty ?? '',
    guide: loaded.checked,
    files: loaded.files,
    report: (text) => faults.push(text),
    rates: { ready: 100_000, answers: 100_000 },
    trustedProxies,
    desk: {
      db,
      clock,
      mode,
      machine,
      box,
      files,
      sms,
      signIn: {
        session: SESSION_SETTINGS,
        publicUrl: 'http://fuchi.example',
        letters: 'shown',
        signOn: undefined,
        ...signIn,
      },
    },
  });
  portal.addHook('onClose', async () => {
    await rm(fileFolder, { recursive: true });
    if (empty !== undefined) await rm(empty, { recursive: true });
  });
  return { portal, routes, operations, clock, machine, box, files, faults };
}

async function emptyPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fuchi-pages-'));
  await writeFile(join(folder, 'index.html'), '<title>扶持</title>');
  return folder;
}

/** Somebody's browser as far as the interface sees it: it keeps cookies and says where a request comes from. */
export function testBrowser(portal: FastifyInstance, address = '192.0.2.1') {
  const cookies = new Map<string, string>();
  const browser = {
    cookies,
    async send(
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: object,
      more: Pick<InjectOptions, 'headers'> = {},
    ) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await portal.inject({
        method,
        url,
        remoteAddress: address,
        headers: { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }), ...more.headers },
        ...(body && { payload: body }),
      });
      for (const { name, value } of reply.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return reply;
    },
    get: (url: string) => browser.send('GET', url),
    post: (url: string, body?: object) => browser.send('POST', url, body),
  };
  return browser;
}
