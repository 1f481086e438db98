import { Panel } from '@fuchi/ui/panel.tsx';
import type { ReactNode } from 'react';
import type { LinePartName } from './line-parts.ts';
import { linePartAnchor } from './line-parts.ts';

interface Props {
  readonly name: LinePartName;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a line's page, which the list of parts leads to. */
export function LinePart({ name, aside, children }: Props) {
  return (
    <div id={linePartAnchor(name)} className="guide-part">
      <Panel title={name} aside={aside}>
        {children}
      </Panel>
    </div>
  );
}
