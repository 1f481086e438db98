import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { decodedHash } from './decoded-hash.ts';

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

/** An item with an address: when the address names it, it is set off and reading goes on from it. */
export function AimedItem({ id, children }: Props) {
  const aimed = useLocation({ select: ({ hash }) => decodedHash(hash) === id });
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!aimed) return;
    item.current?.scrollIntoView();
    item.current?.focus({ preventScroll: true });
  }, [aimed]);
  return (
    <li ref={item} id={id} className={`provision${aimed ? ' aimed' : ''}`} tabIndex={-1}>
      {children}
    </li>
  );
}
