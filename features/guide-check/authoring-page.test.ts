import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTER_FILE } from '@fuchi/policy/register/register-guide.fixture';
import { describe, expect, test } from 'vitest';
import { FORM, faultsOf, GUIDE } from './form-guide.fixture.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/language/authoring.md'), 'utf8');
const section = page.slice(page.indexOf('## 申报表'), page.indexOf('## 式子'));
const example = /```yaml\n(.*?)```/s.exec(section)?.[1] ?? '';

function faults(form: string): Promise<string[]> {
  const figures = '实践案例下限: { 值: 5个, 条款: 附件1-1 }\n';
  return faultsOf({ ...GUIDE, 'figures.yaml': figures, [FORM]: form });
}

describe('docs/language/authoring.md 的申报表', () => {
  test('例子没有错误', async () => {
    expect(example).toContain('申报表: 1-1');
    expect(await faults(example)).toEqual([]);
  });

  test('表里的每个键，例子里都有', () => {
    const keys = [...section.matchAll(/^\| ([^|]+) \|/gm)].flatMap((row) =>
      (row[1] ?? '').split('、'),
    );
    const rows = keys.filter((key) => !/^-|一行指标的键/.test(key));
    expect(rows.length).toBeGreaterThan(15);
    expect(
      rows.filter((key) => !example.includes(`${key}: `) && !example.includes(`${key}:\n`)),
    ).toEqual([]);
  });

  test('读得出口径', async () => {
    const scope = example
      .replace('共性: 项目共性绩效指标', '共性: 项目共性绩效指标（两方合计数）\n口径: 两方合计数')
      .replace(', 事实: 项目总投入, 事实除外: school', '');
    expect(await faults(scope)).toEqual([]);
  });
});

test('名单的例子就是测试所用、没有错误的那一个', () => {
  expect(page).toContain(`\`\`\`yaml\n${REGISTER_FILE}\`\`\``);
});
