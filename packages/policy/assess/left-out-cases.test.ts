import { readdirSync, readFileSync } from 'node:fs';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { expect, test } from 'vitest';
import { readCases } from '../case/read-case.ts';
import { readGivenFacts } from '../facts/read-facts.ts';
import { roundFacts } from '../facts/round-facts.ts';
import { leftOutTexts } from '../sentence/left-out.ts';
import { leftOut } from './left-out.ts';
import { compile } from './program.ts';

const FOLDER = 'guides/jiangsu-2022';

test('各项目类别的算例里，不计入的行一句一句都在这里，别的都不说', async () => {
  const loaded = await loadGuide(FOLDER);
  if (!loaded) throw new Error(`${FOLDER} is missing`);
  const { checked: guide } = loaded;
  const regions = regionsFrom(guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.guide.units), regions: regions.value };
  const said = new Set<string>();
  let looked = 0;
  for (const file of readdirSync(`${FOLDER}/cases`)) {
    const line = file.replace('.yaml', '');
    const { cases } = readCases(file, readFileSync(`${FOLDER}/cases/${file}`, 'utf8'));
    for (const { round, asOf, facts } of cases) {
      const program = compile(guide, line, round);
      if (!program) throw new Error(line);
      const told = { ...roundFacts(guide, round.clocks, asOf), ...facts };
      const rows = leftOut(program, readGivenFacts(guide, told, context).facts);
      for (const { says, clause } of leftOutTexts(rows, program.specs, ({ unit }) =>
        unit === '年度' ? '行' : unit,
      )) {
        said.add(`${line} ${clause} ${says}`);
      }
      looked += 1;
    }
  }
  expect(looked).toBeGreaterThan(1000);
  expect([...said].sort()).toMatchInlineSnapshot(`
    [
      "identifier-node 2(1)②c 标识应用推广活动（含计划）第5场不计入“开展标识应用推广场次（含计划）”：日期2023-07-01晚于2023-06-30",
      "little-giant 1(2) 年度经营情况第1行不计入“近三年主营业务收入平均增长率”等2项：2018年度不在2019年度至2021年度",
      "tech-upgrade 2 使用项目固定资产贷款购置的设备发票第2张不计入“支持期间使用项目固定资产贷款购置的设备发票金额（不含税）”：付款日期2022-01-10不在支持期间（2021-01-01至2021-12-31）",
      "tech-upgrade 2 使用项目固定资产贷款购置的设备发票第3张不计入“支持期间使用项目固定资产贷款购置的设备发票金额（不含税）”：开票日期2022-01-01不在支持期间（2021-01-01至2021-12-31）",
      "tech-upgrade 2 项目固定资产贷款第1笔的各期付息第2笔不计入“支持期间实际支付的固定资产贷款利息（不含土建）”等3项：付息日2022-01-04不在支持期间（2021-01-01至2021-12-31）",
      "tech-upgrade 2 项目固定资产贷款第1笔的各期付息第2笔不计入“支持期间实际支付的固定资产贷款利息（不含土建）”等3项：结息日2022-01-20不在支持期间（2021-01-01至2021-12-31）",
    ]
  `);
});
