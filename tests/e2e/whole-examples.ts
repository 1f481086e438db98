import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { FIRM, OTHER } from '@fuchi/record-register/register.fixture';
import type { Asked } from './fill-application.ts';
import { AUDIT_FIRM, type Enterprise } from './round-with-registers.ts';

const { coreTechnology, talentTraining, techUpgrade } = EXAMPLES;

/** What an invented firm tells at its browser. */
export interface WholeExample {
  readonly line: string;
  readonly firm: Enterprise;
  readonly title: string;
  readonly unit: Asked;
  readonly project: Asked;
  /** Of a project that is shared: the firm's own part, and who else takes part. */
  readonly share: Asked;
  readonly participants: readonly Asked[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly audits: readonly Asked[];
}

/** What the call asks of everybody, as far as no register knows it. */
const CALL = {
  有严重失信行为: '否',
  有已获支持而未验收的项目: '否',
  同一项目已获国家或省级财政资金: '否',
  项目发票已在其他项目使用: '否',
  近三年事故最高等级: '没有事故',
  本年度申报项目数: '1',
};
const SOUND = { 财务机构和制度健全: '是' };
const UNAUDITED = { 审计机构综合评价: '不使用审计报告' };

const { 综合评价等级: _class, ...AUDIT } = techUpgrade.audits[0] ?? {};

/** Loans, a year's interest, invoices with what they go with. The register knows that the firm is 规模以上; one fact is left out. */
export const TECH_UPGRADE: WholeExample = {
  line: techUpgrade.line,
  firm: { name: techUpgrade.organisation.name, creditCode: FIRM.creditCode },
  title: techUpgrade.title,
  unit: techUpgrade.unit,
  project: techUpgrade.project,
  share: {},
  participants: [],
  facts: techFacts(),
  audits: [{ ...AUDIT, 会计师事务所: AUDIT_FIRM, 审定金额: '2338.141593万元' }],
};

function techFacts() {
  const { 规模以上工业企业: _known, 贷款, 设备发票, ...facts } = techUpgrade.facts;
  const loans = rowsOf(贷款).map((row, i) => ({
    ...row,
    贷款合同编号: `SL-2020-HT-${i + 1}`,
    放款日期: '2020-12-21',
  }));
  const contracts = ['示例机床有限公司', '示例自动化有限公司', '示例仪器有限公司'].map(
    (seller, i) => ({
      合同编号: `SL-CG-2020-0${i + 1}`,
      卖方: seller,
      签订日期: `2020-12-2${i}`,
      合同金额: '1000万元',
    }),
  );
  const invoices = rowsOf(设备发票).map((row, i) => ({
    ...row,
    发票号码: `2132000000000${5_310_001 + i * 137}`,
    设备编号: `SN2021-${String(i + 1).padStart(3, '0')}`,
    购置合同编号: contracts[i % contracts.length]?.合同编号,
    借据号: Object(loans[i < 6 ? 0 : 1]).借据号,
  }));
  return {
    ...CALL,
    ...facts,
    项目代码: '2020-320581-34-03-000217',
    贷款: whole(loans),
    设备购置合同: whole(contracts),
    设备发票: whole(invoices),
  };
}

/** A project that is accepted and needs no energy review: the recommender states both. */
export const SERVICE_UPGRADE: WholeExample = {
  line: 'service-upgrade',
  firm: { name: '示例精工装备（昆山）有限公司', creditCode: OTHER.creditCode },
  title: '减速器远程运维服务平台（示例）',
  unit: { 单位类型: '企业', 法定代表人: '示例某' },
  project: { 项目负责人: '示例某', 起始日期: '2020-10-01', 自筹资金: '4000万元' },
  share: {},
  participants: [],
  facts: {
    ...CALL,
    ...SOUND,
    ...UNAUDITED,
    省级以上服务型制造示范企业或工业设计中心: '否',
    项目手续: '需办理的已完备、其余无需办理',
    项目完工日期: '2021-08-15',
    项目总投入: '4000万元',
    软件等投入: '600万元',
  },
  audits: [],
};

// A fact of this line says when it ends.
const { 本单位份额 = '', 完成日期: _end, ...consortium } = coreTechnology.project;

/** A consortium of three. */
export const CORE_TECHNOLOGY: WholeExample = {
  ...coreTechnology,
  project: consortium,
  share: { 本单位份额 },
  firm: { name: coreTechnology.organisation.name, creditCode: '91320214MA1MPA7W9X' },
  facts: { ...CALL, ...SOUND, ...UNAUDITED, ...coreTechnology.facts },
};

/** A training organisation with eight classes. */
export const TALENT_TRAINING: WholeExample = {
  ...talentTraining,
  share: {},
  firm: { name: talentTraining.organisation.name, creditCode: '52320000MJ5K10025X' },
  facts: { ...CALL, ...SOUND, ...UNAUDITED, ...talentTraining.facts },
};

function rowsOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Object(list).rows;
}

function whole(rows: readonly unknown[]) {
  return { rows, complete: true };
}
