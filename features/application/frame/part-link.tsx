import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly application: string;
  /** '' for the list of tasks. */
  readonly part: string;
  readonly children: ReactNode;
}

/** Leads to a part of an application. */
export function PartLink({ application, part, children }: Props) {
  return (
    <Link
      to="/applications/$application/{-$part}"
      params={{ application, part: part === '' ? undefined : part }}
      activeOptions={{ exact: true }}
    >
      {children}
    </Link>
  );
}
