import type { Participants } from '@fuchi/guide/participants';
import { expect, test } from 'vitest';
import type { AskedRow } from '../asked-rows.ts';
import { askedRows } from '../asked-rows.ts';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { namedUnits } from './named-units.ts';
import { type Listed, participantFaults } from './participant-faults.ts';

function askedOf(line: string): Participants {
  const asked = GUIDE.guide.lines.find(({ id }) => id === line)?.participants;
  if (!asked) throw new Error(`no participants of ${line}`);
  return asked;
}

const APPLICANT = { name: '示例精工有限公司', creditCode: '91320583MA1MPA7X76' };
const OTHER = '91320583MA1MPA7Y51';

function rows(...all: readonly Readonly<Record<string, string>>[]): readonly AskedRow[] {
  return all.map((cells, i) => ({ key: `k${i + 1}`, cells: new Map(Object.entries(cells)) }));
}

const member = (more: Readonly<Record<string, string>> = {}) => ({
  角色: '联合体成员',
  单位名称: '示例纺织有限公司',
  统一社会信用代码: OTHER,
  份额: '40%',
  任务分工: '试验',
  ...more,
});

const listed = (more: Partial<Listed> = {}): Listed => ({
  rows: rows(member()),
  ownShare: '60%',
  applicant: APPLICANT,
  named: [],
  ...more,
});

const found = (line: string, told: Listed) =>
  participantFaults(askedOf(line), told).map(({ code, path }) => [code, path]);

test('联合体：齐了没有问题；独立申报不填也没有问题', () => {
  expect(found('core-technology', listed())).toEqual([]);
  expect(found('core-technology', listed({ rows: [], ownShare: '' }))).toEqual([]);
});

test('份额：含本单位合计100%，没有误差；全角、不写百分号都认', () => {
  const { 统一社会信用代码: _, ...bare } = member();
  const three = ['33.3', '33.3％', '３３.４%'].map((份额) => ({ ...bare, 份额 }));
  const faults = participantFaults(
    askedOf('core-technology'),
    listed({ rows: rows(...three), ownShare: '0' }),
  );
  expect(faults.filter(({ code }) => code.includes('share'))).toEqual([]);
  const sum = participantFaults(askedOf('core-technology'), listed({ ownShare: '59.9%' }));
  expect(sum).toMatchObject([{ code: 'share-sum', path: '本单位份额' }]);
  expect(sum[0]?.says).toContain('99.9%');
});

test.each(['-1%', '101', '一半', '1e1', '40个百分点'])('份额“%s”不对', (share) => {
  expect(found('core-technology', listed({ rows: rows(member({ 份额: share })) }))).toEqual([
    ['share', 'k1/份额'],
  ]);
});

test('没有写份额，指出是谁的', () => {
  const { 份额: _, ...bare } = member();
  expect(found('core-technology', listed({ rows: rows(bare), ownShare: '' }))).toEqual([
    ['no-share', '本单位份额'],
    ['no-share', 'k1/份额'],
  ]);
});

test('代码：长度和字符不对的不能提交，校验位不对的只提醒', () => {
  const code = (text: string) =>
    participantFaults(
      askedOf('core-technology'),
      listed({ rows: rows(member({ 统一社会信用代码: text })) }),
    );
  expect(code('9132058')).toMatchObject([{ code: 'participant-code', blocks: true }]);
  expect(code('9132058')[0]?.says).toContain('应为18位，现有7位');
  expect(code('91320583MA1MPA7Y5O')).toMatchObject([{ code: 'participant-code', blocks: true }]);
  expect(code('91320583MA1MPA7Y5O')[0]?.says).toContain('不会有“O”');
  expect(code('91320583MA1MPA7Y52')).toMatchObject([
    { code: 'participant-code-doubt', blocks: false },
  ]);
});

test('申报单位不列在里面；一家单位只列一次，怎么写都认得出', () => {
  const own = rows(member({ 统一社会信用代码: '９１320583ma1mpa7x76' }));
  expect(found('core-technology', listed({ rows: own }))).toEqual([
    ['applicant-participates', 'k1/单位名称'],
  ]);
  const twice = rows(
    member({ 份额: '20' }),
    member({
      份额: '20',
      统一社会信用代码: ` ${OTHER.toLowerCase().slice(0, 8)} ${OTHER.slice(8)}`,
      单位名称: '示例二厂',
    }),
  );
  expect(found('core-technology', listed({ rows: twice }))).toEqual([
    ['participant-twice', 'k2/统一社会信用代码'],
  ]);
});

test('信创实验室：高校和生态企业都要有，不问份额', () => {
  const school = member({ 角色: '合作高校', 份额: '' });
  expect(found('xinchuang-lab', listed({ rows: rows(school), ownShare: '' }))).toEqual([
    ['no-participant', undefined],
  ]);
  const alien = participantFaults(
    askedOf('xinchuang-lab'),
    listed({ rows: rows(member({ 角色: '联合体成员' })), ownShare: '' }),
  );
  expect(alien.map(({ code }) => code)).toEqual([
    'no-participant',
    'no-participant',
    'participant-role',
  ]);
});

test('并购：境外目标企业可以没有代码，至少一家', () => {
  const { 统一社会信用代码: _, ...foreign } = member({ 角色: '目标企业' });
  expect(found('merger', listed({ rows: rows(foreign), ownShare: '' }))).toEqual([]);
  expect(found('merger', listed({ rows: [], ownShare: '' }))).toEqual([
    ['no-participant', undefined],
  ]);
});

test('攻关的示例没有问题', () => {
  const { fields, organisation } = contentOf(EXAMPLES.coreTechnology);
  const faults = participantFaults(askedOf('core-technology'), {
    rows: askedRows(Object.entries(fields), 'participant'),
    ownShare: String(fields['project/本单位份额']),
    applicant: organisation,
    named: [],
  });
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
});

test('并购的目标企业：并购项目里有的都要列，名称对得上；括号宽窄不算', () => {
  const deals = (...names: readonly string[]) => ({
    并购项目: {
      rows: names.map((name, i) => ({ key: `r${i}`, cells: { 目标企业: name } })),
      complete: true,
    },
  });
  const asked = askedOf('merger');
  const entry = deals('示例一（集团）公司', '示例二公司', '示例一(集团)公司', '');
  const named = namedUnits(asked, entry);
  expect(named).toEqual([
    { role: '目标企业', list: '并购项目', names: ['示例一(集团)公司', '示例二公司'] },
  ]);
  const target = (单位名称: string) => ({ 角色: '目标企业', 单位名称, 任务分工: '被并购' });
  const told = (...names: readonly string[]) =>
    participantFaults(asked, listed({ rows: rows(...names.map(target)), named, ownShare: '' })).map(
      ({ code, path, says }) => [code, path, says],
    );
  expect(told('示例一(集团)公司', '示例二公司')).toEqual([]);
  expect(told('示例一（集团）公司', '示例三公司')).toEqual([
    [
      'participant-unlisted',
      undefined,
      '“并购项目”里的目标企业“示例二公司”没有列在参与单位里，请列入。',
    ],
    [
      'participant-unnamed',
      'k2/单位名称',
      '第2家参与单位“示例三公司”不在“并购项目”的目标企业里，请核对名称，或者补填“并购项目”。',
    ],
  ]);
});
