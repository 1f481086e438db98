import { goTo } from '@fuchi/platform-browser/address';
import type { MouseEvent, ReactNode } from 'react';

interface Props {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link within the page; a click with a key held opens a new tab, as everywhere. */
export function LineLink({ to, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={to} onClick={follow}>
      {children}
    </a>
  );
}
