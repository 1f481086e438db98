import { fileSize } from '@fuchi/ui/file-size';
import { momentText } from '@fuchi/ui/moment-text';
import type { StatementView } from './contract.ts';
import { STATEMENT_STATES } from './statement-words.ts';

const TAGS: Readonly<Record<StatementView['state'], string>> = {
  asked: 'tag tag-open',
  given: 'tag tag-yes',
  declined: 'tag tag-no',
  withdrawn: 'tag tag-none',
};

/** How a statement stands, in a word. */
export function StatementTag({ state }: Pick<StatementView, 'state'>) {
  return <span className={TAGS[state]}>{STATEMENT_STATES[state]}</span>;
}

interface Props {
  readonly statement: StatementView;
  /** Where its scan is opened. */
  readonly scanAt: string;
}

/** When it was asked for, and what was answered. */
export function StatementText({ statement, scanAt }: Props) {
  const { kind, state, askedAt, askedBy, askedFor, statedOn, organised, opinion } = statement;
  const { scan, answeredAt } = statement;
  return (
    <>
      <p className="quiet small">
        {momentText(askedAt)} {askedBy}申请
        {answeredAt !== null && ` · ${momentText(answeredAt)} 答复`}
      </p>
      {askedFor !== '' && <p>申请说明：{askedFor}</p>}
      {statedOn !== null && (
        <p>
          {kind === 'acceptance' ? '验收完成日期' : '说明日期'}：{statedOn}
          {organised !== null && (organised ? '，由推荐单位组织验收' : '，由其他单位组织验收')}
        </p>
      )}
      {opinion !== null && (
        <p>
          {state === 'declined' ? '理由' : '意见'}：{opinion}
        </p>
      )}
      {scan && (
        <p>
          <a href={scanAt} target="_blank" rel="noreferrer">
            {scan.name}
          </a>{' '}
          <span className="quiet small">{fileSize(scan.size)}</span>
        </p>
      )}
    </>
  );
}
