import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly className: string;
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * What scrolls within itself: reached by Tab while there is something to scroll, so that whoever has no mouse scrolls
 * it with the arrows; passed over otherwise.
 */
export function ScrollFrame({ className, label, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      const scrolls =
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
      if (scrolls) element.setAttribute('tabindex', '0');
      else element.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={ref} className={className} aria-label={label}>
      {children}
    </section>
  );
}
