import type { ReactNode } from 'react';

/** What stands where a page will stand, or can't. */
export function PageState({ children }: { readonly children: ReactNode }) {
  return (
    <p className="page-state" role="status">
      {children}
    </p>
  );
}
