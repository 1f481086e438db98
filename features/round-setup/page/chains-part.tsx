import { CHAIN_COMMANDS, CHAINS, type ChainCommand } from '@fuchi/record-round/contract-chains';
import { CHAIN_ROLES, type ChainRole, MOST_STEPS } from '@fuchi/record-sign-off/contract';
import { Panel } from '@fuchi/ui/panel.tsx';
import { ROLES } from '@fuchi/workflow/role';
import { Button } from 'antd';
import type { RoundContentBody } from '../contract.ts';
import { CellChoice, CellText } from './cell-controls.tsx';
import { PartFaults } from './part-faults.tsx';
import { type PartProps, setting } from './part-props.ts';

type Step = RoundContentBody['settings']['chains'][number]['steps'][number];

/** Who signs what, in which order. */
export function ChainsPart(props: PartProps) {
  return (
    <Panel title="签批链">
      <PartFaults faults={props.faults} part="chains" />
      <div className="round-chains">
        {CHAIN_COMMANDS.map((command) => (
          <Chain key={command} command={command} {...props} />
        ))}
      </div>
    </Panel>
  );
}

function Chain({ command, ...props }: PartProps & { readonly command: ChainCommand }) {
  const { content, fixed } = props;
  const { chains } = content.settings;
  const { name } = CHAINS[command];
  const steps = stepsOf(content.settings, command);
  const put = (next: readonly Step[]) => {
    const rest = chains.filter((chain) => chain.command !== command);
    setting(props, { chains: [...rest, { command, steps: [...next] }] });
  };
  const change = (index: number, more: Partial<Step>) =>
    put(steps.map((step, i) => (i === index ? { ...step, ...more } : step)));
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <ol className="round-steps">
        {steps.map((step, index) => (
          <li key={`${command}-${String(index)}`}>
            <CellText
              label={`${name}第${index + 1}步的名称`}
              value={step.name}
              fixed={fixed}
              onChange={(next) => change(index, { name: next })}
            />
            <CellChoice
              label={`${name}第${index + 1}步由谁签`}
              value={step.role}
              fixed={fixed}
              onChange={(role) => change(index, { role: role as ChainRole })}
              options={CHAIN_ROLES.map((role) => ({ value: role, text: ROLES[role].name }))}
            />
            {!fixed && steps.length > 1 && (
              <Button
                size="small"
                aria-label={`删去${name}第${index + 1}步`}
                onClick={() => put(steps.filter((_, i) => i !== index))}
              >
                删去
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!fixed && steps.length < MOST_STEPS && (
        <Button
          size="small"
          onClick={() => put([...steps, { name: '财政会签', role: 'finance-head' }])}
        >
          加一步
        </Button>
      )}
    </section>
  );
}

/** The round's own steps, or the usual ones. */
function stepsOf(settings: RoundContentBody['settings'], command: ChainCommand): readonly Step[] {
  const own = settings.chains.find((chain) => chain.command === command);
  return own?.steps ?? CHAINS[command].steps;
}
