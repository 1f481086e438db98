import { ServerTime } from '@fuchi/ui/server-time.tsx';
import type { Role } from '@fuchi/workflow/role';
import { Link, useRouterState } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { currentPlace, placesOf } from '../places.ts';
import './desk-places.css';

interface Props {
  /** As what somebody acts; undefined while that isn't known yet. */
  readonly role: Role | undefined;
  /** Whether the server's clock stands here; in the demonstration it stands on every page already. */
  readonly clock: boolean;
}

/** Below the head of every page of who is signed in: his places, and the clock his work goes by. */
export function DeskPlaces({ role, clock }: Props) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [open, setOpen] = useState(false);
  const id = useId();
  const menu = useRef<HTMLButtonElement>(null);
  const places = role === undefined ? [] : placesOf(role);
  const current = currentPlace(places, path);
  return (
    <div className="desk-places">
      <div className="page-width">
        <button
          ref={menu}
          type="button"
          className="desk-places-switch"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M2 4h12M2 8h12M2 12h12" className="sign-mark" />
          </svg>
          办事栏目
          {current && <span className="quiet">· {current.name}</span>}
        </button>
        <nav
          id={id}
          aria-label="办事栏目"
          className={open ? 'desk-places-open' : undefined}
          onKeyDown={({ key }) => {
            if (key !== 'Escape' || !open) return;
            setOpen(false);
            // What had the focus is hidden now.
            menu.current?.focus();
          }}
        >
          {places.map((place) => (
            <Link
              key={place.path}
              to={place.path}
              className={place === current ? 'current' : ''}
              aria-current={place === current ? 'page' : undefined}
              activeOptions={{ exact: true }}
              preload={false}
              onClick={() => setOpen(false)}
            >
              {place.name}
            </Link>
          ))}
        </nav>
        {clock && <ServerTime label="服务器时间" />}
      </div>
    </div>
  );
}
