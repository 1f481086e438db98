import { PDFDocument } from '@cantoo/pdf-lib';
import type { CheckView } from '@fuchi/application/check/contract';
import { GUIDE } from '@fuchi/application/prints/content.fixture';
import type { OwnStatements } from '@fuchi/application/statements/contract';
import type { ReceiptView } from '@fuchi/application/submit/contract';
import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { addressText } from '@fuchi/forms/field-address';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import { openTestDatabase } from '@fuchi/platform-server/database/test-database.fixture';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { type Case, readCases } from '@fuchi/policy/case/read-case';
import { entryOfFacts } from '@fuchi/policy/facts/entry-of-facts';
import { fieldsOfEntry } from '@fuchi/record-application/contract-entry';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALL, sealForTests } from './complete-application.fixture.ts';
import { askedAs, type Person } from './statement-desk.fixture.ts';
import { testPerson } from './test-person.fixture.ts';
import { openTestPortal } from './test-portal.fixture.ts';

const PDF = await onePage();
const APPLIED = GUIDE.lines.filter(({ mode }) => mode === '申报').map(({ id }) => id);
const MANY = 40;

type FinalView = { version: number; prints: readonly { kind: string }[] };
type Finding = CheckView['findings'][number];

const guide = await loadGuide('guides/jiangsu-2022');
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let at: Awaited<ReturnType<typeof openTestPortal>>;
let round: string;
let recommender: Person;
beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  at = await openTestPortal({ db });
  at.clock.at = new Date('2022-04-08T06:30:00Z');
  round = await openRoundForTests(db, at.clock.at);
  recommender = await testPerson(db, at.machine.at, 'recommender-handler', {
    territory: '320100',
    level: 'city',
    department: '工信',
  });
  const { id } = recommender.organisation;
  await db
    .insertInto('round_recommender')
    .values({ round_id: round, organisation_id: id, territory: '320100', through_id: null })
    .execute();
});
afterAll(async () => {
  await at.portal.close();
  await database.close();
});

test.each(APPLIED)(
  '%s：从空白草稿到回执，检查说缺什么就补什么',
  async (line) => {
    const chosen = fittingCase(line);
    const application = await begin(line, chosen);
    await application.save(fieldsOf(line, chosen));
    let last: readonly Finding[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      last = await application.blocking();
      if (last.length === 0) break;
      await application.mend(last);
    }
    expect(last.map(({ says }) => says)).toEqual([]);
    const receipt = await application.submit();
    expect(receipt.number).toMatch(new RegExp(`^2022-${line}-\\d{4}$`));
  },
  60_000,
);

async function onePage(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return Buffer.from(await pdf.save());
}

/** The first worked case of the guide that fits without another reading of it. */
function fittingCase(line: string): Case {
  const path = `cases/${line}.yaml`;
  const found = readCases(path, guide?.files.get(path) ?? '').cases.find(
    ({ expected, asOf, round: { otherReadings } }) =>
      expected.verdict === '符合' && asOf === null && otherReadings.length === 0,
  );
  if (!found) throw new Error(`no case of ${line} fits`);
  return found;
}

type Field = readonly [path: string, value: unknown];

function fieldsOf(line: string, { facts }: Case): readonly Field[] {
  const form = GUIDE.guide.forms.find(
    ({ id }) => id === GUIDE.guide.lines.find((one) => one.id === line)?.form,
  );
  const cells = form ? sheetRows(form, filledForm(form)).flatMap((row) => row.cells) : [];
  return [
    ['project/名称', `${line}（示例）`],
    ['project/推荐单位', recommender.organisation.id],
    ...fieldsOfEntry(entryOfFacts(listedWhole(facts)).entry),
    ...cells
      .filter(({ text }) => text !== '')
      .map(({ address, text }): Field => [`form/${addressText(address)}`, text]),
  ];
}

/** A case's lists are whole lists. */
function listedWhole(facts: Case['facts']): Case['facts'] {
  const whole = (fact: unknown): unknown => {
    if (!Array.isArray(fact) || !fact.every((row) => typeof row === 'object')) return fact;
    const rows = fact.map((row: Readonly<Record<string, unknown>>) => listedWhole(row));
    return { rows, complete: true };
  };
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, whole(fact)]));
}

/** Units that the case's rows name in a role are the ones to list: the target firms of a merger. */
function namedAs(role: string, { facts }: Case): string | undefined {
  const rows = Object.values(facts).flatMap((fact) => (Array.isArray(fact) ? fact : []));
  const named: unknown = rows.map((row) => Reflect.get(Object(row), role)).find(Boolean);
  return typeof named === 'string' ? named : undefined;
}

const ask = (person: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
  askedAs({ at }, person, method, url, body);

async function demand<T>(...of: Parameters<typeof ask>): Promise<T> {
  const reply = await ask(...of);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<T>();
}

async function uploadOf(person: Person, purpose: string, name: string): Promise<string> {
  const begun = { purpose, name, size: PDF.length };
  const { id } = await demand<{ id: string }>(person, 'POST', '/api/uploads', begun);
  await demand(person, 'PUT', `/api/uploads/${id}/content?offset=0`, PDF);
  await demand(person, 'POST', `/api/uploads/${id}/finish`);
  return id;
}

/** An application of a unit of its own, as somebody fills it in who reads what the check says. */
async function begin(line: string, chosen: Case) {
  const person = await testPerson(database.db, at.machine.at);
  const { id } = await demand<{ id: string }>(person, 'POST', '/api/applications', { round, line });
  const base = `/api/applications/${id}`;

  async function save(fields: readonly Field[]): Promise<void> {
    for (let from = 0; from < fields.length; from += MANY) {
      const part = fields.slice(from, from + MANY);
      const reply = await saveOnce(part);
      if (reply.statusCode === 200) continue;
      // What others state isn't the applicant's to say: it is asked for below, where the check says so.
      const { faults } = reply.json<{ faults: { path: string; code: string }[] }>();
      const others = new Set(
        faults
          .filter(({ code }) => code === 'not-the-applicants')
          .map(({ path }) => Number(path.split('.')[1])),
      );
      const again = await saveOnce(part.filter((_, place) => !others.has(place)));
      expect(again.statusCode, again.body).toBe(200);
    }
  }

  async function saveOnce(fields: readonly Field[]) {
    const { fields: kept } = await demand<{ fields: { path: string; revision: number }[] }>(
      person,
      'GET',
      base,
    );
    const revisions = new Map(kept.map(({ path, revision }) => [path, revision]));
    const saves = fields.map(([path, value]) => ({
      ...{ path, value },
      base: revisions.get(path) ?? 0,
    }));
    return ask(person, 'POST', `${base}/fields`, { saves });
  }

  async function mend(findings: readonly Finding[]): Promise<void> {
    const fields: Field[] = [];
    for (const [n, finding] of findings.entries()) {
      const { code, path } = finding;
      if (code === 'missing' && path !== null) fields.push([`fact/${path}`, CALL[path] ?? '是']);
      else if (code === 'form-fact-differs' || code === 'form-part-above-whole')
        fields.push([`form/${path}`, figureOf(finding)]);
      else if (code === 'no-audit') fields.push(...auditFields(n, finding));
      else if (code === 'no-participant') fields.push(...participantFields(n, finding, chosen));
      else if (code === 'no-paper') await addPaper(path ?? '');
      else if (code === 'no-statement') await haveStated();
    }
    await save(fields);
  }

  async function addPaper(paper: string): Promise<void> {
    const upload = await uploadOf(person, 'paper', `${paper.replaceAll('/', '、')}.pdf`);
    await demand(person, 'POST', `${base}/papers`, { upload, paper });
  }

  /** Asked for by the applicant, recorded by the recommender: all that the line asks. */
  async function haveStated(): Promise<void> {
    const own = await demand<OwnStatements>(person, 'GET', `${base}/statements`);
    for (const { kind, statements } of own.kinds) {
      if (statements.length > 0) continue;
      await demand(person, 'POST', `${base}/statements`, { kind, says: '按规定无需办理（示例）' });
    }
    const asked = await demand<OwnStatements>(person, 'GET', `${base}/statements`);
    for (const { kind, statements } of asked.kinds) {
      const open = statements.find(({ state }) => state === 'asked');
      if (!open) continue;
      await demand(recommender, 'POST', `/api/statements/${open.id}/record`, {
        statedOn: '2022-04-06',
        organised: kind === 'acceptance' ? true : null,
        opinion: '情况属实（示例）。',
        scan: await uploadOf(recommender, 'statement', '盖章件（示例）.pdf'),
      });
    }
  }

  return {
    save,
    mend,
    async blocking(): Promise<readonly Finding[]> {
      const { findings } = await demand<CheckView>(person, 'GET', `${base}/check`);
      return findings.filter(({ blocks }) => blocks);
    },
    /** Finalised and printed by the portal, every page sealed. */
    async submit(): Promise<ReceiptView> {
      const done = await demand<FinalView>(person, 'POST', `${base}/finalise`);
      const { version, prints } = done;
      const kinds = prints.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['application', 'performance', 'commitment']));
      const sealed = { application: id, version, account: person.account };
      await sealForTests(database.db, sealed, at.clock.at);
      return demand<ReceiptView>(person, 'POST', `${base}/submit`, { key: `every-line-${line}` });
    },
  };
}

/** @example figureOf(finding) // '6000' of 申报事实“项目总投入”是6000万元, '1201' of 却多于它的1201个 */
function figureOf({ says }: Finding): string {
  const [, figure] = /(?:申报事实“.*?”是|却多于它的)([\d.,]+)/.exec(says) ?? [];
  if (figure === undefined) throw new Error(`no figure in ${says}`);
  return figure.replaceAll(',', '');
}

let codes = 0;
const nextCode = () => {
  codes += 1;
  return codes;
};

function auditFields(n: number, { says }: Finding): readonly Field[] {
  const report = {
    报告类型: /还没有登记审计报告：(.*)。/.exec(says)?.[1],
    年度: '2021',
    会计师事务所: '示例会计师事务所（特殊普通合伙）',
    报告文号: `示会专字〔2022〕${n}号`,
    报告日期: '2022-03-11',
    // Of this report alone: no code serves two applicants.
    报备验证码: String(320_000_000_000_000 + nextCode()),
    注册会计师: '示例甲、示例乙',
    审计意见: '无保留意见',
    审定金额: '2000万元',
  };
  return rowOf(`audit/k${n}`, n, report);
}

const CODES = ['12320000466000002A', '52320000MJ5K10025X'];

function participantFields(n: number, { says }: Finding, chosen: Case): readonly Field[] {
  const role = /还没有列出(.*?)，/.exec(says)?.[1] ?? '';
  return rowOf(`participant/k${n}`, n, {
    角色: role,
    单位名称: namedAs(role, chosen) ?? `示例单位${n}`,
    统一社会信用代码: CODES[n % CODES.length],
    任务分工: '参与建设（示例）',
  });
}

function rowOf(
  path: string,
  order: number,
  cells: Readonly<Record<string, string | undefined>>,
): readonly Field[] {
  const told = Object.entries(cells).map(([name, text]): Field => [`${path}/${name}`, text ?? '']);
  return [[path, { order }], ...told];
}
