import type { CategoryItem } from '@fuchi/guide/guide';
import type { GuideData } from '@fuchi/platform-browser/guide-data';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { LineEntry } from './line-entry.tsx';
import './contents.css';

/** `/guide`: the guide's categories, items and lines. */
export function ContentsPage({ data: { guide } }: { readonly data: GuideData }) {
  const { title, categories } = guide.guide;
  return (
    <GuideFrame
      guide={guide}
      title={title}
      lead={
        <p>
          共{categories.length}类{guide.lines.length}
          个项目类别。每一条都有固定的地址，可以引用；点“在测一测里核对”看自己是否符合。
        </p>
      }
    >
      {categories.map((category) => (
        <section key={category.number} className="guide-category" aria-label={category.title}>
          <h2>
            <span className="guide-clause">{category.number}</span> {category.title}
          </h2>
          {category.items.map((item) => (
            <section key={item.clause} className="panel" id={item.clause} aria-label={item.title}>
              <h3>
                <span className="guide-clause">{item.clause}</span>{' '}
                <ItemTitle guide={guide} item={item} />
              </h3>
              <p className="quiet">{item.says}</p>
              <ul className="line-entries">
                {linesOf(
                  guide,
                  item.lines.map((t) => t.text),
                ).map((line) => (
                  <LineEntry
                    key={line.id}
                    guide={guide}
                    line={line}
                    named={line.title !== item.title}
                  />
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </GuideFrame>
  );
}

/** An item that is one line of the same name is the way to it. */
function ItemTitle({ guide, item }: { readonly guide: CheckedGuide; readonly item: CategoryItem }) {
  const [line] = linesOf(
    guide,
    item.lines.map((t) => t.text),
  );
  if (line?.title !== item.title) return <>{item.title}</>;
  return (
    <Link to="/guide/lines/$line" params={{ line: line.id }}>
      {item.title}
    </Link>
  );
}

function linesOf(guide: CheckedGuide, ids: readonly string[]) {
  return ids.flatMap((id) => guide.lines.find((l) => l.id === id) ?? []);
}
