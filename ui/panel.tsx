import { type ReactNode, type Ref, useId } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands at the end of the heading's row. */
  readonly aside?: ReactNode;
  /** For a heading that the keyboard may be brought to. */
  readonly heading?: Ref<HTMLHeadingElement>;
}

/** A part of a page with its heading. */
export function Panel({ title, children, aside, heading }: Props) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} {...(heading && { ref: heading, tabIndex: -1 })}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
