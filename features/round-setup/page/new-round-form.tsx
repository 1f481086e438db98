import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type GuideRow, type RoundRow, roundMade } from '../contract.ts';

interface Props {
  readonly guides: readonly GuideRow[];
  readonly rounds: readonly RoundRow[];
  readonly onClose: () => void;
  readonly onMade: (round: string) => void;
}

/** Begins a round: its year, its name, the guide version, and which earlier one it is like. */
export function NewRoundForm({ guides, rounds, onClose, onMade }: Props) {
  const [guide, setGuide] = useState(guides[0]?.digest ?? '');
  const [year, setYear] = useState(yearOf(guides[0]));
  const [name, setName] = useState('');
  const [like, setLike] = useState('');
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const body = { year, name, guide, like: like === '' ? null : like };
    const made = await ask({ method: 'POST', path: '/api/desk/rounds', body }, roundMade);
    if (made) onMade(made.id);
  };
  return (
    <div className="round-new">
      <EntryForm
        send="编制"
        sending="正在编制"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={onClose}>取消</Button>}
      >
        <Choice
          label="指南版本"
          value={guide}
          onChange={(digest) => {
            setGuide(digest);
            setYear(yearOf(guides.find((each) => each.digest === digest)));
          }}
          choices={guides.map(({ digest, title, version }) => ({
            value: digest,
            text: `${title}，${version}版`,
          }))}
          path="guide"
          fault={fault}
        />
        <Field
          label="年度"
          value={year}
          onChange={setYear}
          autoComplete="off"
          numeric
          path="year"
          fault={fault}
        />
        <Field
          label="批次名称"
          value={name}
          onChange={setName}
          autoComplete="off"
          hint="例如：2022年度工业和信息产业转型升级专项资金申报"
          path="name"
          fault={fault}
        />
        {rounds.length > 0 && (
          <Choice
            label="照哪个批次编制"
            value={like}
            onChange={setLike}
            choices={[
              { value: '', text: '不照，从指南开始' },
              ...rounds.map((round) => ({ value: round.id, text: round.name })),
            ]}
            path="like"
            fault={fault}
          />
        )}
      </EntryForm>
    </div>
  );
}

/** The year a guide is for, as its id says it: jiangsu-2022. */
function yearOf(guide: GuideRow | undefined): string {
  return /20\d{2}/.exec(guide?.guide ?? '')?.[0] ?? '';
}
