import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type RoundContentBody, type RoundView, roundSaved } from '../contract.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';

interface Props {
  readonly round: RoundView;
  readonly content: RoundContentBody;
  /** Whether what is on the page differs from what is kept. */
  readonly changed: boolean;
  /** Whether a published round is being changed. */
  readonly changing: boolean;
  readonly onChanging: (on: boolean) => void;
  readonly onSaved: (next: Pick<RoundView, 'revision' | 'faults'>) => void;
  /** Something happened that the page must be read for again. */
  readonly onDone: () => void;
}

/** Commands that change what is set: they are given from what is on the page. */
const WITH_CONTENT: readonly string[] = ['change', 'reopen'];

/** What may be done with a round, always in sight. */
export function RoundActions(props: Props) {
  const { round, content, changed, changing, onChanging, onSaved, onDone } = props;
  const [open, setOpen] = useState<string>();
  const { busy, fault, ask } = useDesk();
  const save = async (): Promise<boolean> => {
    const body = { ...content, revision: round.revision };
    const path = `/api/desk/rounds/${round.id}`;
    const saved = await ask({ method: 'PUT', path, body }, roundSaved);
    if (saved) onSaved(saved);
    return saved !== undefined;
  };
  const button = (command: string) => round.buttons.find((each) => each.command === command);
  const isDraft = button('send') !== undefined;
  const others = round.buttons.filter(
    ({ command }) => command !== 'send' && !WITH_CONTENT.includes(command),
  );
  const withContent = round.buttons.find(({ command }) => WITH_CONTENT.includes(command));
  const chosen = round.buttons.find(({ command }) => command === open);
  const count = round.faults.length;
  if (round.buttons.length === 0) return null;
  return (
    <section className="round-actions" aria-label="办理">
      <p aria-live="polite">
        {changed && <strong>有修改还没有{isDraft ? '保存' : '送签'}。</strong>}
        {!changed && isDraft && count === 0 && '已保存，可以送签。'}
        {!changed && isDraft && count > 0 && `已保存，还有${count}处没设好。`}
        {!changed && changing && '改好以后查看变更和影响，再送签。'}
      </p>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      <div className="entry-actions">
        {isDraft && (
          <>
            <Button
              type={changed ? 'primary' : 'default'}
              loading={busy}
              onClick={() => void save()}
            >
              保存并检查
            </Button>
            <Button
              type={changed ? 'default' : 'primary'}
              disabled={changed || count > 0}
              onClick={() => setOpen('send')}
            >
              送签
            </Button>
          </>
        )}
        {withContent && !changing && (
          <Button
            type="primary"
            disabled={withContent.held !== null && withContent.command === 'change'}
            onClick={() => onChanging(true)}
          >
            {withContent.name}
          </Button>
        )}
        {withContent && changing && (
          <>
            <Button type="primary" disabled={!changed} onClick={() => setOpen(withContent.command)}>
              查看变更和影响
            </Button>
            <Button onClick={() => onChanging(false)}>不改了</Button>
          </>
        )}
        {!changing &&
          others.map(({ command, name, held }) => (
            <span key={command} className="round-held">
              <Button disabled={held !== null} onClick={() => setOpen(command)}>
                {name}
              </Button>
              {held !== null && <span className="quiet small">{held}</span>}
            </span>
          ))}
      </div>
      {chosen && !WITH_CONTENT.includes(chosen.command) && (
        <CommandDialog
          round={round}
          button={chosen}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            onDone();
          }}
        />
      )}
      {chosen && WITH_CONTENT.includes(chosen.command) && (
        <ChangeDialog
          round={round}
          content={content}
          command={chosen.command}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            onDone();
          }}
        />
      )}
    </section>
  );
}
