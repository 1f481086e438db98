import type { Workflow } from './workflow.ts';

export type TableFault =
  | { readonly code: 'unreachable'; readonly state: string }
  | { readonly code: 'dead-end'; readonly state: string }
  | { readonly code: 'leaves-final'; readonly state: string; readonly command: string };

/**
 * What is wrong with a table: a state nothing leads to, one that isn't final and that nothing leaves, a command out of
 * a final state. Every table has a test that asks for none.
 */
export function tableFaults<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
): readonly TableFault[] {
  const states = Object.keys(workflow.states) as State[];
  const commands = Object.entries(workflow.commands) as [
    Command,
    Workflow<State, Command, Guard>['commands'][Command],
  ][];
  const reached = new Set<State>([workflow.initial]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const [, { from, to }] of commands) if (from.some((s) => reached.has(s))) reached.add(to);
  }
  const leaves = (state: State) =>
    commands.filter(([, { from, to }]) => from.includes(state) && to !== state);
  return states.flatMap((state): TableFault[] => {
    const { final } = workflow.states[state];
    const out = commands.filter(([, { from }]) => from.includes(state));
    return [
      ...(reached.has(state) ? [] : [{ code: 'unreachable', state } as const]),
      ...(!final && leaves(state).length === 0 ? [{ code: 'dead-end', state } as const] : []),
      ...(final ? out.map(([command]) => ({ code: 'leaves-final', state, command }) as const) : []),
    ];
  });
}
