import type { Note } from '@fuchi/policy/assess/assessment';
import { noteText } from './note-text.ts';

interface Props {
  readonly notes: readonly Note[];
  readonly assessed: boolean;
}

/** Stands beside the amount already. */
const SHOWN_ELSEWHERE = 'ceiling-not-award';

/** Remarks that go with the answer; of a line one can't apply for, they are the answer. */
export function NoteList({ notes, assessed }: Props) {
  const shown = notes.filter((note) => note.code !== SHOWN_ELSEWHERE);
  if (shown.length === 0) return null;
  return (
    <section className="panel notes" aria-label={assessed ? '提示' : '办理方式'}>
      {!assessed && <h2>本类别不由单位申报</h2>}
      <ul className="plain-list">
        {shown.map((note) => (
          <li key={`${note.code}${JSON.stringify(note.facts)}`}>{noteText(note)}</li>
        ))}
      </ul>
    </section>
  );
}
