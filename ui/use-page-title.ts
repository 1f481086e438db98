import { useEffect } from 'react';

/** Names the page in the browser's tab and history. @example usePageTitle('测一测') */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 扶持`;
  }, [title]);
}
