import { randomBytes } from 'node:crypto';
import { inviteBody, linkReply, peopleView } from '@fuchi/accounts/contract-people';
import { failureView } from '@fuchi/accounts/contract-security';
import { unitMade } from '@fuchi/accounts/contract-unit';
import { applicationList, applicationView, begun } from '@fuchi/application/contract';
import * as registration from '@fuchi/enterprise-registration/contract';
import { openMailServer } from '@fuchi/platform-server/mail/mail-server.fixture';
import { saveReply } from '@fuchi/record-application/contract';
import { totpCode } from '@fuchi/record-person/totp';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import * as rounds from '@fuchi/round-setup/contract';
import { recoveryCodes, sessionView, setUpView } from '@fuchi/sign-in/contract';
import { signOffList, signOffView } from '@fuchi/sign-off/contract';
import { verifyReply } from '@fuchi/trail/contract';
import type { Role } from '@fuchi/workflow/role';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { someCode } from '../apps/server/registration-desk.fixture.ts';
import {
  fuchi,
  networkBrowser,
  openSharedPlace,
  type ServerProcess,
  type SharedPlace,
  startServer,
} from '../apps/server/server-process.fixture.ts';

/**
 * Production from nothing to the first draft, over HTTP alone: whatever somebody has to do is done by him, with his own
 * account, from what the program says and answers.
 */
const PASSWORD = 'Tall-Bridge-417';
const WAIT = { timeout: 60_000, interval: 250 };
let place: SharedPlace;
let server: ServerProcess;
let mail: Awaited<ReturnType<typeof openMailServer>>;
beforeAll(async () => {
  place = await openSharedPlace();
  mail = await openMailServer();
  server = await startServer('serve', {
    ...place.env,
    FUCHI_MODE: 'production',
    FUCHI_PUBLIC_URL: 'http://fuchi.example',
    FUCHI_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    FUCHI_MAIL_FROM: 'noreply@fuchi.example',
  });
}, 120_000);
afterAll(async () => {
  await server?.kill('SIGKILL');
  await mail?.close();
  await place?.close();
});

type Browser = ReturnType<typeof openBrowser>;

/** A browser whose answers are read by the contracts of the pages. */
function openBrowser() {
  const browser = networkBrowser();
  const ask = async <T>(
    contract: z.ZodType<T>,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<T> => {
    const reply = await browser.send(method, `${server.url}${path}`, body);
    if (reply.status !== 200) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return contract.parse(reply.body);
  };
  return {
    ask,
    status: async (path: string) => (await browser.send('GET', server.url + path)).status,
  };
}

/** Takes a one-time link up, signs in and sets the second factor up. */
async function takesUp(link: string, login: string, name: string): Promise<Browser> {
  const browser = openBrowser();
  const secret = link.split('#')[1] ?? '';
  const account = { login, name };
  await browser.ask(z.unknown(), 'POST', '/api/sign-in/new-password', {
    link: secret,
    password: PASSWORD,
    account,
  });
  const signedIn = await browser.ask(sessionView, 'POST', '/api/sign-in', {
    login,
    password: PASSWORD,
  });
  expect(signedIn.stage).toBe('set-up-second-factor');
  const factor = await browser.ask(setUpView, 'POST', '/api/account/second-factor/start', {
    password: PASSWORD,
  });
  const code = totpCode(fromBase32(factor.secret), new Date());
  const { codes } = await browser.ask(recoveryCodes, 'POST', '/api/account/second-factor/confirm', {
    code,
  });
  expect(codes.length).toBeGreaterThan(5);
  expect((await browser.ask(sessionView, 'GET', '/api/session')).stage).toBe('ready');
  return browser;
}

/** What an authenticator keeps of the letters it is given. */
function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(' ', '')]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What stands in a letter as it came over the wire. */
function textOf(letter: string): string {
  const body = letter.slice(letter.indexOf('\r\n\r\n'));
  return Buffer.from(body, 'base64').toString('utf8');
}

async function invited(by: Browser, unit: string, role: Role, login: string): Promise<Browser> {
  const body = inviteBody.parse({
    name: `示例${login}`,
    email: null,
    role,
    lines: [],
    until: null,
  });
  const { link } = await by.ask(linkReply, 'POST', `/api/accounts/units/${unit}/invitations`, body);
  return takesUp(link ?? '', login, `示例${login}`);
}

const people: Record<string, Browser> = {};
const units: Record<string, string> = {};
const of = (name: string): Browser => {
  const browser = people[name];
  if (!browser) throw new Error(`nobody is ${name} yet`);
  return browser;
};

test('启动时打印的一次性链接成为第一个系统管理员，再由他设安全、审计管理员：三个人', async () => {
  const link = () => /\/sign-in\/new-password#[\w-]{43}/.exec(server.said())?.[0];
  await expect.poll(link, WAIT).toBeDefined();
  people['system'] = await takesUp(link() ?? '', 'xitong', '示例系统');
  const { units: there } = await of('system').ask(
    z.object({ units: z.array(z.object({ id: z.string(), kind: z.string() })) }),
    'GET',
    '/api/accounts/units',
  );
  expect(there.map(({ kind }) => kind)).toEqual(['administration']);
  const own = there[0]?.id ?? '';
  people['security'] = await invited(of('system'), own, 'security-admin', 'anquan');
  people['audit'] = await invited(of('system'), own, 'audit-admin', 'shenji');
  // Nobody holds two of the three.
  const second = of('system').ask(peopleView, 'POST', `/api/accounts/units/${own}/duties`, {
    login: 'anquan',
    role: 'audit-admin',
    lines: [],
    from: '2020-01-01',
    until: null,
  });
  await expect(second).rejects.toThrow('两');
  expect(await of('security').status('/api/accounts/units')).toBe(403);
  await of('security').ask(failureView, 'GET', '/api/security/failures');
});

test('系统管理员设立推荐单位、处室和财政部门，各单位的人接受邀请', async () => {
  const unit = async (body: object) =>
    (await of('system').ask(unitMade, 'POST', '/api/accounts/units', body)).id;
  const recommender = async (name: string, territory: string, level: 'city' | 'county') =>
    unit({
      kind: 'recommender',
      name,
      place: { level, department: '工信', territory, through: null },
    });
  units['city'] = await recommender('示例苏州市工信局', '苏州市', 'city');
  units['county'] = await recommender('示例昆山市工信局', '昆山市', 'county');
  units['planning'] = await unit({ kind: 'office', name: '示例综合规划处' });
  units['line'] = await unit({ kind: 'office', name: '示例软件处' });
  units['finance'] = await unit({ kind: 'finance', name: '示例财政厅' });
  units['watch'] = await unit({ kind: 'audit', name: '示例审计处' });
  const joins = async (login: string, where: string, role: Role) => {
    people[login] = await invited(of('system'), units[where] ?? '', role, login);
  };
  await joins('guihua', 'planning', 'planning');
  await joins('chuzhang', 'planning', 'office-head');
  await joins('lingdao', 'planning', 'leader');
  await joins('ruanjian', 'line', 'line-officer');
  await joins('ruanjian-head', 'line', 'office-head');
  await joins('caizheng', 'finance', 'finance-officer');
  await joins('kunshan', 'county', 'recommender-handler');
  await joins('suzhou', 'city', 'recommender-lead');
  // One is asked by letter, which the program sends by itself.
  const body = { name: '示例监督', email: 'jiandu@example.com', role: 'auditor', until: null };
  const sent = await of('system').ask(
    linkReply,
    'POST',
    `/api/accounts/units/${units['watch']}/invitations`,
    body,
  );
  expect(sent).toEqual({ link: null, sentTo: 'j***@example.com' });
  await expect.poll(() => mail.letters.map(({ to }) => to), WAIT).toEqual([['jiandu@example.com']]);
  const text = textOf(mail.letters[0]?.text ?? '');
  const link = /http:\/\/fuchi\.example\/sign-in\/new-password#[\w-]{43}/.exec(text)?.[0] ?? '';
  people['jiandu'] = await takesUp(link, 'jiandu', '示例监督');
}, 180_000);

test('综合规划处发布指南、编制第一个批次，签批以后到点开放', async () => {
  const planner = of('guihua');
  const published = await planner.ask(
    rounds.guideCheck,
    'POST',
    '/api/desk/guides/shipped?publish=yes',
  );
  expect(published).toMatchObject({ published: 'new', faults: [] });
  const year = new Date().getFullYear();
  const { id } = await planner.ask(rounds.roundMade, 'POST', '/api/desk/rounds', {
    year: String(year),
    name: '示例第一批',
    guide: published.digest,
    like: null,
  });
  const path = `/api/desk/rounds/${id}`;
  const { content, revision } = await planner.ask(rounds.roundView, 'GET', path);
  expect(content.recommenders.map(({ through }) => through)).toContain(units['city']);
  const opening = new Date(Date.now() + 15_000);
  const in_ = (days: number) => new Date(opening.getTime() + days * 86_400_000).toISOString();
  const clock = (kind: 'opening' | 'applicant' | 'county' | 'city', at: string) => ({
    kind,
    line: null,
    territory: null,
    at,
  });
  const lines = content.settings.lines.map((line) => ({
    ...line,
    office: line.open ? (units['line'] ?? '') : null,
  }));
  const clocks = [
    clock('opening', opening.toISOString()),
    clock('applicant', in_(30)),
    clock('county', in_(40)),
    clock('city', in_(50)),
  ];
  const saved = await planner.ask(rounds.roundSaved, 'PUT', path, {
    ...content,
    settings: { ...content.settings, lines, clocks },
    revision,
  });
  expect(saved.faults).toEqual([]);
  await planner.ask(rounds.commandDone, 'POST', `${path}/commands`, {
    command: 'send',
    revision: saved.revision,
    said: '请审定',
  });
  for (const who of ['chuzhang', 'lingdao']) {
    const { waiting } = await of(who).ask(signOffList, 'GET', '/api/desk/sign-offs');
    const mine = waiting.filter((row) => row.mine);
    expect(mine).toHaveLength(1);
    const one = `/api/desk/sign-offs/${mine[0]?.id}`;
    const { digest } = await of(who).ask(signOffView, 'GET', one);
    await of(who).ask(z.unknown(), 'POST', `${one}/signatures`, {
      agreed: true,
      opinion: '同意',
      digest,
    });
  }
  const phases = async () => {
    const told = await openBrowser().ask(rounds.publicRounds, 'GET', '/api/rounds');
    return [...new Set(told.rounds.flatMap((round) => round.lines.map(({ phase }) => phase)))];
  };
  await expect.poll(phases, WAIT).toEqual(['open']);
  expect(Date.now()).toBeGreaterThanOrEqual(opening.getTime());
}, 180_000);

test('第一家企业注册，县里核准，登录后开始一份草稿', async () => {
  const firm = openBrowser();
  const { login } = await firm.ask(
    registration.newAccountView,
    'POST',
    '/api/registration/account',
    {
      login: 'firm',
      name: '示例申报人',
      phone: '13800001234',
      email: 'firm@example.com',
      password: PASSWORD,
    },
  );
  const scan = async (purpose: string) => {
    const bytes = await fileOf('pdf', `${purpose} ${randomBytes(4).toString('hex')}`);
    const asked = { purpose, name: `${purpose}.pdf`, size: bytes.length };
    const { id } = await firm.ask(z.object({ id: z.string() }), 'POST', '/api/uploads', asked);
    await firm.ask(z.unknown(), 'PUT', `/api/uploads/${id}/content?offset=0`, bytes);
    await firm.ask(z.unknown(), 'POST', `/api/uploads/${id}/finish`);
    return id;
  };
  const { choices } = await firm.ask(
    registration.recommenderChoices,
    'GET',
    '/api/registration/recommenders?territory=320583',
  );
  expect(choices.map(({ id }) => id)).toEqual([units['county']]);
  const handedIn = await firm.ask(registration.ownView, 'POST', '/api/registration', {
    purpose: 'new',
    creditCode: someCode(),
    codeOverride: '',
    name: '示例精工有限公司',
    territory: '320583',
    recommender: choices[0]?.id,
    contactName: '示例联系人',
    contactPhone: '13900004321',
    contactEmail: '',
    licence: await scan('licence'),
    authorisation: await scan('authorisation'),
  });
  expect(handedIn.registration?.state).toBe('submitted');
  const county = of('kunshan');
  const { rows } = await county.ask(registration.registrationList, 'GET', '/api/registrations');
  const [row] = rows;
  const one = `/api/registrations/${row?.id}`;
  const { askedAt } = await county.ask(registration.registrationView, 'GET', one);
  for (const paper of ['licence', 'authorisation']) {
    expect(await county.status(`${one}/${paper}`)).toBe(200);
  }
  const decision = { command: 'approve', said: '', askedAt };
  await county.ask(z.unknown(), 'POST', `${one}/decision`, decision);
  const admin = openBrowser();
  const session = await admin.ask(sessionView, 'POST', '/api/sign-in', {
    login,
    password: PASSWORD,
  });
  expect([session.stage, session.duty?.role]).toEqual(['ready', 'applicant-admin']);
  const { open } = await admin.ask(applicationList, 'GET', '/api/applications');
  const line = open[0]?.lines[0]?.line;
  const body = { round: open[0]?.round, line };
  const { id } = await admin.ask(begun, 'POST', '/api/applications', body);
  const draft = `/api/applications/${id}`;
  await admin.ask(saveReply, 'POST', `${draft}/fields`, {
    saves: [{ path: 'project/名称', value: '示例项目', base: 0 }],
  });
  const view = await admin.ask(applicationView, 'GET', draft);
  expect(view).toMatchObject({ line, title: '示例项目', state: 'draft', open: true });
});

test('操作记录核对无误：页面上和命令行都是', async () => {
  const { faults, events } = await of('audit').ask(verifyReply, 'POST', '/api/trail/verify', {
    against: '',
  });
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(60);
  const audit = await fuchi(['audit', 'verify', '--json'], place.env);
  expect(audit).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(audit.out)).toMatchObject({ faults: [] });
  expect(server.logged()).not.toMatch(/"level":"error"/);
});
