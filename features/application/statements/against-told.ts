import { badInput } from '@fuchi/platform-server/api/read-body';
import type { HttpFault } from '@fuchi/platform-server/http-fault';
import { type StatementKind, statementKindOf } from '@fuchi/record-application/contract-statement';
import { contradictionsOf } from '../contradictions.ts';
import type { SaidApplication } from '../said-content.ts';

/**
 * What is wrong with a statement beside what the applicant told: a rule of the guide that both together break, with
 * the applicant's figure, since either may be the one that is wrong.
 * @param said the application with the statement in its place
 * @returns undefined where they go together
 * @example againstTold(said, 'acceptance') // 422：验收完成日期不能早于项目完工日期。申报单位填的项目完工日期：2021-11-20……
 */
export function againstTold(
  { said, judged }: Pick<SaidApplication, 'said' | 'judged'>,
  kind: StatementKind,
): HttpFault | undefined {
  const { specs } = judged.program;
  const ours = (fact: string) => statementKindOf(specs.get(fact)) === kind;
  const rule = contradictionsOf(judged).find(({ facts }) => facts.some(ours));
  if (!rule) return undefined;
  const told = rule.facts
    .filter((fact) => !ours(fact))
    .map((fact) => `${specs.get(fact)?.label ?? fact}：${said.fields[`fact/${fact}`] ?? '未知'}`);
  return badInput([rule], ({ says }) => ({
    path: 'statedOn',
    code: 'against-told',
    message: `${says}申报单位填的${told.join('，')}。填错的如果是申报单位，请不出具，写明理由，改好后再申请`,
    messageEn: 'It contradicts what the applicant told',
  }));
}
