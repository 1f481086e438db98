import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  /** The two lines' titles, for readers who don't see the columns. */
  readonly titles: readonly [string, string];
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly same: boolean;
}

/** One thing two lines are compared by. */
export function CompareRow({ name, titles, first, second, same }: Props) {
  return (
    <section className={`compare-row${same ? ' compare-same' : ''}`} aria-label={name}>
      <h3>
        {name}
        {same && <span className="guide-mark">相同</span>}
      </h3>
      <div>
        <p className="compare-whose">甲：{titles[0]}</p>
        {isBlank(first) ? <p className="quiet">没有</p> : first}
      </div>
      <div>
        <p className="compare-whose">乙：{titles[1]}</p>
        {isBlank(second) ? <p className="quiet">没有</p> : second}
      </div>
    </section>
  );
}

function isBlank(said: ReactNode): boolean {
  return said === '' || (Array.isArray(said) && said.length === 0);
}
