import { join } from 'node:path';
import { storageChecks } from '@fuchi/platform-server/health/storage-checks';
import { openJobs } from '@fuchi/platform-server/jobs/open-jobs';
import { listen, parsePort } from '@fuchi/platform-server/listen';
import { openLog } from '@fuchi/platform-server/log/open-log';
import { smtpMailer } from '@fuchi/platform-server/mail/smtp-mailer';
import { openPortalClock } from '@fuchi/platform-server/portal-mode/portal-clock';
import { programRoot } from '@fuchi/platform-server/program-root';
import { httpGateway } from '@fuchi/platform-server/sms/http-gateway';
import { demandPages } from '@fuchi/platform-server/web-pages';
import { firstAdministratorLink } from './administrator-link.ts';
import { openAssessors } from './assessors.ts';
import { accountTable } from './demonstration/account-table.ts';
import { type AskedMode, startPortal } from './first-start.ts';
import { mailSettingsOf } from './mail-settings.ts';
import { guideLine, openGuide } from './open-guide.ts';
import { openStorage, type Storage } from './open-storage.ts';
import { openPortal } from './portal.ts';
import { recurringJobs } from './portal-jobs.ts';
import { logLevelOf, ratesOf, trustedProxiesOf, workersOf } from './settings.ts';
import { signInSettingsOf } from './sign-in-settings.ts';
import { smsSettingsOf } from './sms-settings.ts';
import { storageOf } from './storage-settings.ts';

const PAGES = join(programRoot(), 'apps/web/dist');
const GUIDE = join(programRoot(), 'guides/jiangsu-2022');

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Runs the portal where PORT and HOST say, over what FUCHI_DATA or DATABASE_URL names, until the process is told to
 * end. At its first start it becomes what is asked.
 * @throws a sentence for a setting that can't be, data in use, or a database that can't be opened
 */
export async function serve(
  env: Env,
  say: (text: string) => void,
  asked: AskedMode,
): Promise<void> {
  const told = endTold();
  // Settings first: a mistyped one is told before anything is opened.
  const port = parsePort(env['PORT'] ?? '3000');
  const host = env['HOST'] ?? '127.0.0.1';
  const open = settingsOf(env);
  demandPages(PAGES);
  const source = await openGuide(env['FUCHI_GUIDE'] ?? GUIDE);
  say(`fuchi: 指南 ${guideLine(source.guide)}`);
  const log = openLog(process.stderr, open.logLevel(asked.mode));
  const { report } = log;
  const storage = await openStorage(storageOf(env), report);
  if (storage.migrated.length > 0) say(`fuchi: 数据库已升级到 ${storage.migrated.at(-1)}`);
  const opened: (() => Promise<void>)[] = [storage.close];
  const close = async () => {
    for (const part of opened.reverse()) {
      // What can't be ended keeps nothing else from ending: the database server least of all.
      await part().catch((error: unknown) => report(`closing: ${error}`));
    }
  };
  try {
    const { db, files, box, migrations } = storage;
    const { mode, accounts } = await startPortal({ db, files, guide: source }, asked, new Date());
    // At once: it is told only now.
    if (accounts) say(accountTable(accounts));
    log.level(open.logLevel(mode));
    const clock = await openPortalClock(db, report);
    opened.push(async () => clock.close());
    const assessors = openAssessors(source.guide, report, open.workers);
    const portal = await openPortal({
      pages: PAGES,
      ...source,
      report,
      logger: log.logger,
      health: storageChecks(db, files, migrations),
      rates: open.rates,
      trustedProxies: open.trustedProxies,
      assessors,
      desk: {
        ...{ db, clock, mode, box, files },
        signIn: open.signIn(mode),
        sms: mode === 'production' && open.sms !== undefined,
      },
    });
    opened.push(() => portal.close());
    // A demonstration shows letters and never sends one, whatever is set.
    const mailer = mode === 'production' && open.mail ? smtpMailer(open.mail) : undefined;
    const gateway = mode === 'production' && open.sms ? httpGateway(open.sms) : undefined;
    const { letters, publicUrl } = open.signIn(mode);
    const recurring = recurringJobs({
      ...{ db, files, clock, box, mailer, report },
      ...{ letters, publicUrl, gateway },
    });
    const jobs = await openJobs({ url: storage.url, db, clock, report, kinds: [], recurring });
    opened.push(jobs.close);
    const got = await listen(portal, { host, port });
    // Not before: threads would keep a process alive that can't listen.
    assessors.warm();
    if (port !== 0 && got !== port) {
      say(`fuchi: port ${port} is taken, using ${got}. 端口 ${port} 已被占用，改用 ${got}。`);
    }
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${got}`;
    say(`fuchi: ${mode === 'demonstration' ? '演示环境' : '正式环境'} ${address}/`);
    if (mode === 'production') {
      await sayAdministratorLink(storage, env['FUCHI_PUBLIC_URL'] || address, say);
    }
  } catch (error) {
    await close();
    throw error;
  }
  void told.then(close);
}

/** When the process is told to end, also while it still starts: it ends then when it has, and leaves nothing running. */
function endTold(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

function settingsOf(env: Env) {
  const mail = mailSettingsOf(env);
  const inMode = (demonstration: boolean) =>
    signInSettingsOf(env, { demonstration, mail: mail !== undefined });
  // Both, so that a mistyped one is told whatever the portal turns out to be.
  const [demonstration, production] = [inMode(true), inMode(false)];
  return {
    mail,
    sms: smsSettingsOf(env),
    rates: ratesOf(env),
    trustedProxies: trustedProxiesOf(env),
    workers: workersOf(env),
    logLevel: (mode: AskedMode['mode']) => logLevelOf(env, mode),
    signIn: (mode: AskedMode['mode']) => (mode === 'demonstration' ? demonstration : production),
  };
}

/** Where nobody is system administrator yet, a link by which whoever reads this becomes the first. */
async function sayAdministratorLink(
  { db }: Storage,
  address: string,
  say: (text: string) => void,
): Promise<void> {
  const machine = new Date();
  const path = await firstAdministratorLink(db, { machine, now: machine });
  if (path === undefined) return;
  say(
    [
      '还没有系统管理员。请打开下面的一次性链接，设置第一个系统管理员的账号和密码：',
      '',
      `  ${address}${path}`,
      '',
      '链接 24 小时内有效，只能用一次；重新启动会换一个新的，旧的作废。',
    ].join('\n'),
  );
}
