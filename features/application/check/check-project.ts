import { roundRecommenders } from '@fuchi/record-round/round-recommender-store';
import type { Checker } from './checker.ts';
import type { ApplicationFinding } from './finding.ts';

/** Whether the project has a name and somebody who may recommend it in this round. */
export const checkProject: Checker = async (db, { application, round }) => {
  const findings: ApplicationFinding[] = [];
  const find = (code: string, path: string, says: string) =>
    findings.push({ code, part: 'project', path, says, blocks: true });
  if (application.title.trim() === '') find('no-title', '名称', '还没有填写项目名称。');
  if (application.recommender === null) {
    find('no-recommender', '推荐单位', '还没有选定项目推荐单位。');
    return findings;
  }
  const register = await roundRecommenders(db, round.id);
  const chosen = register.find(({ organisation }) => organisation === application.recommender);
  if (!chosen?.active) {
    find('not-recommender', '推荐单位', '选定的推荐单位不在本批次的推荐单位名册上，请另选。');
  }
  return findings;
};
