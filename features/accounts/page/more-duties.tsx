import { Button } from 'antd';
import type { PeopleView, PersonView } from '../contract-people.ts';

interface Props {
  readonly view: PeopleView;
  readonly person: PersonView;
  readonly busy: boolean;
  readonly onGive: (role: string) => void;
}

/** Duties that may be given here and this one doesn't hold. */
export function MoreDuties({ view, person, busy, onGive }: Props) {
  if (!person.active) return null;
  const held = new Set(person.duties.map(({ role }) => role));
  return view.roles
    .filter(({ role }) => !held.has(role))
    .map(({ role, name }) => (
      <Button
        key={role}
        size="small"
        disabled={busy}
        aria-label={`兼任${name}：${person.name}`}
        onClick={() => onGive(role)}
      >
        兼任{name}
      </Button>
    ));
}
