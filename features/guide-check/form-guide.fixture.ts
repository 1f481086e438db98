import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { faultLine, guideFault } from '@fuchi/record-guide-version/guide-fault';

export const PLANT = 'lines/plant.yaml';
export const FORM = 'forms/1-1.yaml';

/** The small guide with a form that both lines use. */
export const GUIDE: Readonly<Record<string, string>> = {
  ...SMALL_GUIDE,
  [PLANT]: `${SMALL_GUIDE[PLANT]}申报表: 1-1\n`,
  'lines/school.yaml': `${SMALL_GUIDE['lines/school.yaml']}申报表: 1-1\n`,
  'figures.yaml': '案例下限: { 值: 5个, 条款: 附件1-1 }\n',
  [FORM]: `申报表: 1-1
名称: 改造项目绩效目标申报表
年度: 2022年度
表头: [[项目名称]]
目标: [总体目标, 年度目标]
栏目: [一级指标, 二级指标, 三级指标, 指标值]
共性: 项目共性绩效指标（两方合计数）
个性: 个性指标
分类: { 名: 申报类型, 选: 一类, 方框: 是 }
指标:
  产出指标:
    数量指标:
      节能类:
        - { 标: 节能量（吨）, 类型: 数量, 单位: 吨, 取向: 越大越好, 分年: 累加 }
        - { 标: 单位产品能耗, 重复: 3, 类型: 数量, 自填单位: 是, 取向: 越小越好, 分年: 水平 }
      节水类:
        - 标: 接入设备数（个）或采集点（个）
          任选:
            - { 名: 接入设备数, 类型: 数量, 单位: 个, 取向: 越大越好 }
            - { 名: 采集点, 类型: 数量, 单位: 个, 取向: 越大越好 }
          分年: 水平
    质量指标:
      - { 标: 授权专利数量（个）, 类型: 数量, 单位: 个, 取向: 越大越好, 分年: 累加, 可不填: 节水类 }
      - { 标: 其中：发明专利数量（个）, 名: 发明专利数量, 类型: 数量, 单位: 个, 取向: 越大越好, 分年: 累加, 其中: 授权专利数量 }
      - { 标: 基地新增企业数（个）, 类型: 数量, 单位: 个, 取向: 越大越好, 分年: 累加, 限于: 基地 }
      - { 标: 编制案例（不少于 5 个）, 类型: 数量, 单位: 个, 取向: 越大越好, 分年: 累加, 不少于: 案例下限 }
      - { 标: 资金使用合规性, 类型: 选项, 选项: [合规, 不合规], 取向: 定性 }
    经济效益:
      - { 标: 项目总投入（万元）, 类型: 金额, 单位: 万元, 取向: 越大越好, 分年: 累加, 事实: 项目总投入, 事实除外: school }
      - { 标: 利润率（%）, 类型: 比例, 单位: "%", 范围: "..", 取向: 越大越好, 分年: 水平 }
另页: 质量指标
说明:
  - { 说: 节能量按当量值计算。, 指标: 节能量 }
`,
};

/** All faults of a guide as its author reads them, found as a folder is loaded. */
export async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuchi-form-slips-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const loaded = await loadGuide(folder);
    if (!loaded) throw new Error(`no guide in ${folder}`);
    return loaded.faults.map((f) => faultLine(guideFault(f)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
