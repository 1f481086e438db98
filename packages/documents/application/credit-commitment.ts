import type { OfficialDocument } from '../document.ts';
import type { PrintIdentity } from './print-furniture.ts';
import { statementDocument } from './statement-page.ts';

/** What a 信用承诺书 names. No amount stands in it: what is promised holds whatever is awarded. */
export interface CreditCommitment {
  readonly identity: PrintIdentity;
  /** 江苏省工业和信息化厅、江苏省财政厅; '' where the guide names none. */
  readonly authorities: string;
  /** 2022年度江苏省工业和信息产业转型升级专项资金 */
  readonly fund: string;
  readonly round: string;
  /** Title of the line. */
  readonly line: string;
  readonly project: string;
  readonly applicant: string;
  /** '' where it has none. */
  readonly creditCode: string;
}

/**
 * 信用承诺书: the applicant answers for what it says, for the money and for what follows if it breaks its word.
 * @example creditCommitmentDocument({ identity, fund: '2022年度示例资金', … })
 */
export function creditCommitmentDocument(c: CreditCommitment): OfficialDocument {
  const code = c.creditCode === '' ? '' : `（统一社会信用代码：${c.creditCode}）`;
  const project = c.project === '' ? '' : `，项目名称为“${c.project}”`;
  return statementDocument({
    identity: c.identity,
    title: [c.identity.title],
    recipients: c.authorities,
    opening: `本单位${c.applicant}${code}申报${c.fund}（${c.round}）${c.line}${project}，现就申报和资金使用郑重承诺：`,
    points: [
      '申报书、绩效目标申报表及全部附件真实、准确、完整，复印件与原件一致，没有伪造、变造和隐瞒；电子件与签章的纸质件一致。',
      '依法经营，财务管理规范，没有严重失信行为；近三年没有发生指南和申报通知规定不得申报的安全、环保、质量事故。',
      '同一项目没有获得、也不会重复申报国家和省级财政资金支持；项目所用的发票、合同、设备没有、也不会再用于申报其他财政资金项目。',
      '获得支持的，按批准的内容和绩效目标组织实施；资金单独核算、专款专用，不截留、不挪用；内容、单位或者目标确需调整的，事先报批。',
      '配合推荐单位的现场核查和有关部门的评审、审计、监督检查、验收和绩效评价，如实提供资料，按规定保存项目和会计档案。',
      '因提供虚假资料、违规使用资金、验收未通过或者项目终止需要退回资金的，按要求的期限如数退回。',
    ],
    closing:
      '以上承诺如有违反，本单位愿意承担相应的法律责任，接受取消申报和立项资格、追回资金、记入信用记录等处理。',
    applicant: c.applicant,
  });
}
