import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import type { GuideRow } from '../contract.ts';
import { PartFaults } from './part-faults.tsx';
import type { PartProps } from './part-props.ts';

interface Props extends PartProps {
  readonly guides: readonly GuideRow[];
  readonly year: string;
}

/** What the round is called and which guide version it is run under. */
export function BasicsPart({ content, guide, guides, year, faults, fixed, onChange }: Props) {
  return (
    <Panel title="名称和指南">
      <PartFaults faults={faults} part="guide" />
      {fixed ? (
        <p>
          {year}年度，{guide.title}，{guide.version}版
        </p>
      ) : (
        <div className="round-fields">
          <Field
            label="批次名称"
            value={content.name}
            onChange={(name) => onChange({ ...content, name })}
            autoComplete="off"
            hint={`${year}年度`}
          />
          <Choice
            label="指南版本"
            value={content.guide}
            onChange={(next) => onChange({ ...content, guide: next })}
            choices={guides.map(({ digest, title, version }) => ({
              value: digest,
              text: `${title}，${version}版`,
            }))}
            path="guide"
            fault={undefined}
          />
        </div>
      )}
      <p className="quiet small round-digest">摘要 {content.guide}</p>
    </Panel>
  );
}
