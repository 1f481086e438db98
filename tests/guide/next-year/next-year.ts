import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutBlock, type Files, filesNaming, relist, replace, textOf } from './edit.ts';
import { yearLater } from './year-later.ts';

/** What becomes of lines: merged, split, renamed, dropped; what is added has no old id. */
const BECOMES: Readonly<Record<string, readonly string[]>> = {
  'smart-factory': ['model-factory'],
  'benchmark-factory': ['model-factory'],
  'green-upgrade': ['energy-saving', 'green-manufacturing'],
  'information-consumption': ['digital-consumption'],
  'new-energy-vehicle': [],
};

/** Lines whose cases are written anew, since their figures change. */
const NEW_CASES: ReadonlySet<string> = new Set([
  'model-factory',
  'energy-saving',
  'green-manufacturing',
  'insurance-compensation',
  'data-product',
]);

/** Questions the merged, the split and the dropped line no longer leave open. */
const SETTLED = ['A2\\.3', 'A2\\.4', 'A3\\.1', 'A19\\.3', 'A20\\.1'];
/** What only those questions asked. */
const NO_LONGER_ASKED = [
  '项目所在工厂列入省级智能制造示范工厂公布名单',
  '项目所在工厂列入省级工业互联网标杆工厂公布名单',
  '所列示范工厂名单为最近一次公布',
  '所列标杆工厂名单为最近一次公布',
];

/**
 * An invented guide of the next year, edited from this year's as its author would: every year moved on, then
 * thresholds, rates, quotas, stages and papers changed, two lines merged, one split, renamed, added, dropped.
 */
export function nextYear(files: ReadonlyMap<string, string>): Files {
  const next = yearLater(files);
  replace(next, 'guide.yaml', '指南: jiangsu-2022', '指南: jiangsu-2023');
  figuresChange(next);
  factsMoveUp(next);
  for (const id of SETTLED) cutBlock(next, 'readings.yaml', id);
  for (const fact of NO_LONGER_ASKED) cutBlock(next, 'facts.yaml', fact);
  for (const [id, heirs] of Object.entries(BECOMES)) replaceLine(next, id, heirs);
  replace(
    next,
    'guide.yaml',
    '        项目类别: [talent-training]\n',
    `        项目类别: [talent-training]
      - 条款: 五（六）
        名称: 首台（套）重大技术装备保险补偿项目
        说: 对投保首台（套）重大技术装备综合险的企业给予保费补偿。
        项目类别: [insurance-compensation]
`,
  );
  // Of the merged lines one form is kept; the dropped line's goes with it.
  for (const form of ['1-3', '1-18']) next.delete(`forms/${form}.yaml`);
  for (const folder of ['lines', 'cases', 'forms'])
    for (const name of readdirSync(join(import.meta.dirname, folder)))
      next.set(`${folder}/${name}`, readFileSync(join(import.meta.dirname, folder, name), 'utf8'));
  return next;
}

function figuresChange(next: Files): void {
  replace(
    next,
    'figures.yaml',
    '示范标杆工厂总投入下限: { 值: 3000万元',
    '示范标杆工厂总投入下限: { 值: 4000万元',
  );
  replace(next, 'quotas.yaml', '不超过: 55个', '不超过: 59个');
  const data = 'lines/data-product.yaml';
  replace(next, data, '项目总投入 >= 1000万元', '项目总投入 >= 1200万元');
  replace(next, data, '说: 项目总投入不低于1000万元', '说: 项目总投入不低于1200万元');
  replace(next, data, '20% * 项目总投入', '25% * 项目总投入');
  replace(
    next,
    data,
    '按不超过项目总投入的20%补助，单个项目不超过500万元',
    '按不超过项目总投入的25%补助，单个项目不超过600万元',
  );
  replace(next, data, '封顶: 500万元', '封顶: 600万元');
  replace(next, data, '不超过: 20个', '不超过: 30个');
  replace(next, data, '材料:\n', '材料:\n  - { 名: 数据资产登记证书, 条款: 1(2) }\n');
}

/** What two lines will ask stands once for both, in facts.yaml. */
function factsMoveUp(next: Files): void {
  const block = cutBlock(next, 'lines/green-upgrade.yaml', '申报事实').replace('申报事实:\n', '');
  const facts = block.replace(/^ {2}/gm, '').trimEnd();
  const kept = facts.replace(/^符合重点方向要求:\n(?: .*\n)+/m, '');
  next.set('facts.yaml', `${textOf(next, 'facts.yaml').trimEnd()}\n${kept}\n`);
}

function replaceLine(next: Files, id: string, heirs: readonly string[]): void {
  const line = textOf(next, `lines/${id}.yaml`);
  const cases = next.get(`cases/${id}.yaml`);
  next.delete(`lines/${id}.yaml`);
  next.delete(`cases/${id}.yaml`);
  const [heir] = heirs;
  if (heirs.length === 0) dropEntry(next, id);
  else for (const path of filesNaming(next, id)) relist(next, path, id, heirs);
  if (heirs.length !== 1 || heir === undefined || NEW_CASES.has(heir)) return;
  next.set(`lines/${heir}.yaml`, line.replace(`项目类别: ${id}`, `项目类别: ${heir}`));
  if (cases !== undefined) next.set(`cases/${heir}.yaml`, cases);
}

/** The guide's own entry of a line that falls away. */
function dropEntry(next: Files, id: string): void {
  const text = textOf(next, 'guide.yaml');
  const entry = new RegExp(
    `^ {6}- 条款: [^\\n]*\\n(?: {8}[^\\n]*\\n)* {8}项目类别: \\[${id}\\]\\n`,
    'm',
  );
  if (!entry.test(text)) throw new RangeError(`guide.yaml: no entry of ${id} alone`);
  next.set('guide.yaml', text.replace(entry, ''));
}
