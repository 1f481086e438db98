import { ROLES } from './role.ts';
import type { Workflow } from './workflow.ts';

/**
 * A workflow as a Mermaid state diagram, for the documentation.
 * @example diagram(REGISTRATION) // 'stateDiagram-v2\n  [*] --> submitted\n…'
 */
export function diagram<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
): string {
  const states = Object.keys(workflow.states) as State[];
  const commands = Object.keys(workflow.commands) as Command[];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${workflow.states[state].name}" as ${idOf(state)}`),
    `  [*] --> ${idOf(workflow.initial)}`,
    ...commands.flatMap((command) => {
      const { name, from, to, by, signOff } = workflow.commands[command];
      const who = by.map((role) => ROLES[role].name).join('、');
      const chain = signOff === undefined ? '' : `，经${signOff}签批`;
      return from.map((state) => `  ${idOf(state)} --> ${idOf(to)}: ${name}（${who}${chain}）`);
    }),
    ...states
      .filter((state) => workflow.states[state].final)
      .map((state) => `  ${idOf(state)} --> [*]`),
  ].join('\n');
}

function idOf(state: string): string {
  return state.replaceAll('-', '_');
}
