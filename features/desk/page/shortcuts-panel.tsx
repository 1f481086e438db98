import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import type { Shortcut } from '../first/first-page.ts';

/** 常用: where this role often goes. */
export function ShortcutsPanel({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  return (
    <Panel title="常用">
      <ul className="desk-shortcuts">
        {shortcuts.map(({ to, name, says }) => (
          <li key={to + name}>
            <Link to={to}>{name}</Link>
            <span className="quiet small">{says}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
