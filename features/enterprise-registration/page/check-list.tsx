import { Panel } from '@fuchi/ui/panel.tsx';
import type { CheckView } from '../contract.ts';

const SIGNS = {
  fine: { sign: '✓', word: '没有问题', tag: 'tag-yes' },
  look: { sign: '!', word: '请核对', tag: 'tag-open' },
  unchecked: { sign: '?', word: '未核', tag: 'tag-none' },
} as const;

/** What the system looked up, each with its outcome in a word. */
export function CheckList({ checks }: { readonly checks: readonly CheckView[] }) {
  return (
    <Panel title="系统核对">
      <ul className="review-checks">
        {checks.map(({ title, outcome, says }) => {
          const { sign, word, tag } = SIGNS[outcome];
          return (
            <li key={title}>
              <span className="review-check-title">{title}</span>
              <span className={`tag ${tag}`}>
                <span aria-hidden="true">{sign}</span>
                {word}
              </span>
              <span className="review-check-says">{says}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
