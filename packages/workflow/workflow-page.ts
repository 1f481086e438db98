import { diagram } from './diagram.ts';
import { ROLES } from './role.ts';
import type { Workflow } from './workflow.ts';

/**
 * A workflow's page in the documentation, in Markdown: its diagram, and who gives which command when.
 * @param guards what each guard demands, in words
 * @example workflowPage(REGISTRATION, { 'not-own': '不是自己提交的', … })
 */
export function workflowPage<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
  guards: Readonly<Record<Guard, string>>,
): string {
  const commands = Object.values<Workflow<State, Command, Guard>['commands'][Command]>(
    workflow.commands,
  );
  const rows = commands.map(({ name, from, to, by, guards: held = [], asks, signOff, event }) => {
    const conditions = [
      ...held.map((guard) => guards[guard]),
      ...(asks === undefined ? [] : [`写明${asks}`]),
      ...(signOff === undefined ? [] : [`经${signOff}签批`]),
    ];
    const names = from.map((state) => workflow.states[state].name).join('、');
    const who = by.map((role) => ROLES[role].name).join('、');
    const next = workflow.states[to].name;
    return `| ${name} | ${names} | ${next} | ${who} | ${conditions.join('；') || '—'} | \`${event}\` |`;
  });
  return [
    `# ${workflow.title}`,
    '',
    '本页由测试从流程表生成，不要手改。',
    '',
    '```mermaid',
    diagram(workflow),
    '```',
    '',
    '| 操作 | 在哪个状态 | 之后 | 谁办 | 条件 | 事件 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
