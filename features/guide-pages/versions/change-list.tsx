import type { Change } from './compare-passages.ts';
import type { Passage } from './passage.ts';

const WHAT: Readonly<Record<Change['what'], string>> = {
  added: '新增',
  dropped: '取消',
  changed: '改动',
  moved: '条款改号',
};

/** Changes one by one: clause, the figures from which to which, the words as they were and are. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul className="provisions">
      {changes.map((change) => (
        <li key={keyOf(change)} className="provision">
          <div className="provision-head">
            <strong>{change.part}</strong>
            <span className="guide-clause">{clauseWords(change)}</span>
            <span className={`guide-mark change-${change.what}`}>
              {change.onlyYears && change.what === 'changed' ? '年度顺延' : WHAT[change.what]}
            </span>
          </div>
          {change.figures.map((f) => (
            <p key={`${f.name} ${f.before} ${f.after}`}>
              {f.name}{' '}
              <span className="amount">
                {f.before} → <strong>{f.after}</strong>
              </span>
            </p>
          ))}
          <Wording change={change} />
        </li>
      ))}
    </ul>
  );
}

function keyOf({ part, what, before, after }: Change): string {
  return [part, what, before?.key, after?.key].join('\n');
}

function clauseWords({ before, after }: Change): string {
  const [was, is] = [before?.clause ?? '', after?.clause ?? ''];
  if (was === '' || is === '' || was === is) return is || was;
  return `${was} → ${is}`;
}

function Wording({ change: { before, after } }: { readonly change: Change }) {
  if (!before || !after) return <p>{(after ?? before)?.says}</p>;
  const was = differing(before, after);
  const is = differing(after, before);
  if (was.length + is.length === 0) {
    return (
      <>
        <p>{after.says}</p>
        <p className="small quiet">条文没有变，变的是算法的写法或条文理解取另解时的算法。</p>
      </>
    );
  }
  return (
    <dl className="guide-notes">
      {before.says === after.says && (
        <div>
          <dt>条文</dt>
          <dd>{after.says}</dd>
        </div>
      )}
      <Side name="原" said={was} />
      <Side name="现" said={is} />
    </dl>
  );
}

function Side({ name, said }: { readonly name: string; readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said.map((s) => (
          <p key={s}>{s}</p>
        ))}
      </dd>
    </div>
  );
}

/** What one says and the other doesn't. */
function differing(of: Passage, other: Passage): string[] {
  const says = of.says === other.says ? [] : [of.says];
  return [...says, ...of.details.filter((d) => !other.details.includes(d))];
}
