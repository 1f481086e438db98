import type { Example } from '@fuchi/platform-server/api/operation';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';

const LINE = 'tech-upgrade';

/** An invented enterprise. */
export const EXAMPLE_FACTS: Readonly<Record<string, unknown>> = {
  规模以上工业企业: '是',
  项目实施地: '江苏省无锡市',
  备案手续: '完备',
  环评手续: '完备',
  能评手续: '完备',
  项目备案总投资: '8000万元',
  固定资产贷款总额: '5000万元',
  已获得省内金融机构发放的固定资产贷款: '是',
  已使用贷款购置项目所需设备: '是',
  实际支付利息: '200万元',
  利息已经省级金融机构确认: '是',
  按LPR计算的利息: '180万元',
  市级已贴息: '0万元',
  县级已贴息: '0万元',
  设备发票金额: '3000万元',
  设备发票金额已经审计: '是',
};

/** The line the examples ask about: of another guide its first one that is applied for. */
export function exampleLine(guide: CheckedGuide): CheckedLine | undefined {
  return (
    guide.lines.find((l) => l.id === LINE) ??
    guide.lines.find((l) => l.mode === '申报') ??
    guide.lines[0]
  );
}

/** Requests that can be sent as they stand: a full one, an empty one, a bad one. Facts another guide doesn't know are left out. */
export function assessExamples(guide: CheckedGuide): readonly Example[] {
  const known = Object.entries(EXAMPLE_FACTS).filter(([id]) => Object.hasOwn(guide.facts, id));
  const asOf = `${guide.guide.year}-04-30`;
  return [
    {
      name: 'full',
      summary: { zh: '情况齐全', en: 'All facts told' },
      status: 200,
      body: { facts: Object.fromEntries(known), asOf },
    },
    {
      name: 'partial',
      summary: { zh: '只知道一部分', en: 'Some facts told' },
      status: 200,
      body: { facts: Object.fromEntries(known.slice(0, 2)) },
    },
    {
      name: 'faulty',
      summary: { zh: '写错了（看错误说明）', en: 'Bad input (shows the errors)' },
      status: 422,
      body: {
        facts: {
          ...Object.fromEntries(known.slice(0, 1).map(([id]) => [id, '也许'])),
          没有这一项: '1',
        },
        asOf: `${guide.guide.year}-02-30`,
      },
    },
  ];
}
