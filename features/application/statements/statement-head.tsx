import { deadlineText } from '@fuchi/ui/moment-text';
import type { AskedStatement } from './contract.ts';
import { StatementTag } from './statement-text.tsx';
import { STATEMENT_NAMES } from './statement-words.ts';

/** Whose statement it is, for which project, and until when. */
export function StatementHead({ statement }: { readonly statement: AskedStatement }) {
  const { kind, state, open, applicant, title, lineTitle, roundName, deadline } = statement;
  return (
    <>
      <h3>
        {applicant}：{STATEMENT_NAMES[kind]}
        {state === 'asked' && !open && (
          <span className="tag tag-none">申报已定稿，现在不能出具</span>
        )}
        {state !== 'asked' && <StatementTag state={state} />}
      </h3>
      <p>
        {title === '' ? lineTitle : `${title}（${lineTitle}）`}
        <span className="quiet small">
          {' '}
          {roundName}
          {deadline !== null && ` · 截止 ${deadlineText(deadline)}`}
        </span>
      </p>
    </>
  );
}
