import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly application: string;
  /** '' for the list of tasks. */
  readonly part: string;
  /** A field of the part to go to. */
  readonly at?: string;
  readonly children: ReactNode;
}

/** Leads to a part of an application. */
export function PartLink({ application, part, at, children }: Props) {
  return (
    <Link
      to="/applications/$application/{-$part}"
      params={{ application, part: part === '' ? undefined : part }}
      {...(at !== undefined && { hash: at })}
      activeOptions={{ exact: true }}
    >
      {children}
    </Link>
  );
}
