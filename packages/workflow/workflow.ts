import type { Role } from './role.ts';

/**
 * One closed table: in which state which command may be given, by whom, under which guards, and what follows. The
 * diagram in the documentation, the buttons on the pages and the decision on the server all come from it.
 */
export interface Workflow<State extends string, Command extends string, Guard extends string> {
  readonly id: string;
  /** What moves through the states, as screens call it. */
  readonly title: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, StateSpec>>;
  readonly commands: Readonly<Record<Command, CommandSpec<State, Guard>>>;
}

export interface StateSpec {
  readonly name: string;
  /** Nothing follows. */
  readonly final?: true;
}

export interface CommandSpec<State extends string, Guard extends string> {
  /** The button's word. */
  readonly name: string;
  readonly from: readonly State[];
  /** The same as `from` where nothing moves. */
  readonly to: State;
  readonly by: readonly Role[];
  /** All must hold; the first that doesn't is the refusal. */
  readonly guards?: readonly Guard[];
  /** The event it writes. */
  readonly event: string;
  /** What whoever gives it must say: the reason of a return, an opinion. */
  readonly asks?: '理由' | '意见';
  /** The sign-off chain whose last step carries the command out. */
  readonly signOff?: string;
}

/** Why a command isn't carried out: nothing moved. */
export type Refused<Guard extends string> =
  | { readonly code: 'unknown-command'; readonly command: string }
  | { readonly code: 'wrong-state'; readonly state: string; readonly from: readonly string[] }
  | { readonly code: 'wrong-role'; readonly role: string; readonly by: readonly Role[] }
  | {
      readonly code: 'guard';
      readonly guard: Guard;
      readonly facts: Readonly<Record<string, string>>;
    }
  | { readonly code: 'nothing-said'; readonly asks: '理由' | '意见' };

export type Decision<State extends string, Guard extends string> =
  | {
      readonly ok: true;
      readonly to: State;
      readonly event: string;
      /** The chain to run before the state moves; undefined where it moves at once. */
      readonly signOff: string | undefined;
    }
  | { readonly ok: false; readonly refused: Refused<Guard> };

/**
 * What a guard found: undefined lets the command through, facts say what stands against it. A guard that wasn't looked
 * at holds nobody up on a page, but every guard is looked at before a command is carried out.
 */
export type Findings<Guard extends string> = Readonly<
  Partial<Record<Guard, Readonly<Record<string, string>> | undefined>>
>;

export interface Given<Guard extends string> {
  readonly role: Role;
  readonly findings: Findings<Guard>;
  /** Reason or opinion; '' where nothing was said. */
  readonly said: string;
}

/**
 * Whether a command may be given now, and what follows.
 * @example decide(REGISTRATION, 'submitted', 'approve', { role: 'recommender-handler', findings: {}, said: '同意' })
 */
export function decide<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
  state: State,
  command: string,
  given: Given<Guard>,
): Decision<State, Guard> {
  const no = (refused: Refused<Guard>) => ({ ok: false, refused }) as const;
  if (!isCommand(workflow, command)) return no({ code: 'unknown-command', command });
  const { from, to, by, guards = [], event, asks, signOff } = workflow.commands[command];
  if (!by.includes(given.role)) return no({ code: 'wrong-role', role: given.role, by });
  if (!from.includes(state)) return no({ code: 'wrong-state', state, from });
  const guard = guards.find((name) => given.findings[name] !== undefined);
  if (guard !== undefined) {
    return no({ code: 'guard', guard, facts: given.findings[guard] ?? {} });
  }
  if (asks !== undefined && given.said.trim() === '') return no({ code: 'nothing-said', asks });
  return { ok: true, to, event, signOff };
}

export interface Button<Command extends string, Guard extends string> {
  readonly command: Command;
  readonly name: string;
  readonly asks: '理由' | '意见' | undefined;
  /** What stands against it now, so that the button can say why it is grey. */
  readonly held: Refused<Guard> | undefined;
}

/** The commands a role may give in a state, in the table's order: the buttons of a page. */
export function buttons<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
  state: State,
  role: Role,
  findings: Findings<Guard>,
): readonly Button<Command, Guard>[] {
  const commands = Object.keys(workflow.commands) as Command[];
  return commands.flatMap((command) => {
    const { name, asks, by, from } = workflow.commands[command];
    if (!by.includes(role) || !from.includes(state)) return [];
    const decision = decide(workflow, state, command, { role, findings, said: name });
    return [{ command, name, asks, held: decision.ok ? undefined : decision.refused }];
  });
}

function isCommand<State extends string, Command extends string, Guard extends string>(
  workflow: Workflow<State, Command, Guard>,
  command: string,
): command is Command {
  return Object.hasOwn(workflow.commands, command);
}
