import { Panel } from '@fuchi/ui/panel.tsx';

/** What will stand on this page in later steps of a round; nothing where all is here already. */
export function LaterPanel({ later }: { readonly later: readonly string[] }) {
  if (later.length === 0) return null;
  return (
    <Panel title="以后在这里办">
      <ul className="desk-later">
        {later.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Panel>
  );
}
