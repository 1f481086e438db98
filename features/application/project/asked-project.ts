import { ASKED } from '../asked-names.ts';

export type ProjectField = (typeof ASKED.project)[number];

/** Facts that say the same as a field of the project, by how guides name them. */
const SAID_BY: Partial<Readonly<Record<ProjectField, RegExp>>> = {
  起始日期: /(?:建设期|项目|攻关任务)(?:开始|开工)日期$/u,
  完成日期: /(?:项目|建设|攻关任务|建设期)(?:完工|完成|结束)日期$/u,
  // As it is planned: what an audit finds when the project is done is another figure.
  总投资: /^(?:项目(?:备案)?总(?:投资|投入)|实验室建设总投入|(?:先导区|合作期)总投资预算)$/u,
  项目地址: /^项目实施地$/u,
};

/**
 * What is asked of a project besides its line's facts: nothing that a fact asks already.
 * @param facts ids of the line's facts
 * @example askedProject(['项目实施地']).includes('项目地址') // false
 */
export function askedProject(facts: readonly string[]): readonly ProjectField[] {
  return ASKED.project.filter((name) => factsSaying(name, facts).length === 0);
}

/** Facts that say the same as a field. @example factsSaying('完成日期', ['攻关任务完成日期']) // ['攻关任务完成日期'] */
export function factsSaying(field: ProjectField, facts: readonly string[]): readonly string[] {
  return facts.filter((fact) => SAID_BY[field]?.test(fact));
}
