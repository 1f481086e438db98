import type { StatementKind } from '@fuchi/record-application/contract-statement';
import { AskOnceMore } from '@fuchi/ui/ask-once-more.tsx';
import type { EntryFault } from '@fuchi/ui/entry/entry-fault';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { useFocusKept } from '@fuchi/ui/use-focus-kept';
import { Button } from 'antd';
import { useState } from 'react';
import type { StatementView } from './contract.ts';
import { StatementTag, StatementText } from './statement-text.tsx';
import { STATEMENT_NAMES } from './statement-words.ts';

interface Props {
  readonly kind: StatementKind;
  /** The newest first. */
  readonly statements: readonly StatementView[];
  readonly path: string;
  readonly canAsk: boolean;
  readonly canWithdraw: boolean;
  readonly busy: boolean;
  /** What was wrong with what was asked for here. */
  readonly fault: EntryFault | undefined;
  /** @returns whether it was taken */
  readonly onAsk: (says: string) => Promise<boolean>;
  readonly onWithdraw: (id: string) => void;
}

const WHEN: Readonly<Record<StatementKind, string>> = {
  acceptance: '项目应在申报截止日期前完成验收，并由推荐单位登记。',
  'not-needed': '有无需办理的备案（核准）、环评、能评等手续时才要申请。',
};

const SAYS: Readonly<Record<StatementKind, string>> = {
  acceptance: '写给推荐单位的说明（可不填）',
  'not-needed': '哪些手续无需办理，为什么',
};

/** One kind of statement: how it stands, the way to ask for it, and what was answered before. */
export function OwnStatement(props: Props) {
  const { kind, statements, path, canAsk, canWithdraw, busy, fault, onAsk, onWithdraw } = props;
  const [says, setSays] = useState('');
  const standing = statements.find(({ state }) => state === 'asked' || state === 'given');
  const last = standing ?? statements.find(({ state }) => state === 'declined');
  const name = STATEMENT_NAMES[kind];
  const heading = useFocusKept<HTMLHeadingElement>(last?.state ?? '');
  return (
    <section className="statement" aria-label={name}>
      <h3 ref={heading} tabIndex={-1}>
        {name}
        {last ? (
          <StatementTag state={last.state} />
        ) : (
          <span className="tag tag-none">还没有申请</span>
        )}
      </h3>
      <p className="quiet small">{WHEN[kind]}</p>
      {last && <StatementText statement={last} scanAt={`${path}/${last.id}/content`} />}
      {standing && canWithdraw && (
        <div className="statement-actions">
          {standing.state === 'asked' ? (
            <Button size="small" disabled={busy} onClick={() => onWithdraw(standing.id)}>
              撤回申请
            </Button>
          ) : (
            <AskOnceMore
              name="撤回，重新申请"
              says="撤回后这份意见不再作数，需要重新申请。"
              yes="撤回"
              no="不撤回"
              disabled={busy}
              onYes={() => onWithdraw(standing.id)}
            />
          )}
        </div>
      )}
      {!standing && canAsk && (
        <form
          className="entry-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void onAsk(says).then((taken) => taken && setSays(''));
          }}
        >
          <Field
            label={SAYS[kind]}
            value={says}
            onChange={setSays}
            autoComplete="off"
            lines={2}
            hint="申请以后，推荐单位看得到本申报的项目情况、有关事实和已交的材料。"
            path="says"
            fault={fault}
          />
          <div className="entry-actions">
            <Button htmlType="submit" disabled={busy}>
              申请{name}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
