import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import type { AccountsContext } from './accounts-context.ts';
import { changeRoutes } from './change/http-changes.ts';
import { importRoutes } from './import/http-import.ts';
import { ownPeopleRoutes } from './people/http-own-people.ts';
import { unitPeopleRoutes } from './people/http-unit-people.ts';
import { securityRoutes } from './security/http-security.ts';
import { unitRoutes } from './unit/http-units.ts';

/** Units and the people in them: set up by administrators, and by who leads a unit for its own. */
export function accountsRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  unitRoutes(routes, context);
  importRoutes(routes, context);
  unitPeopleRoutes(routes, context);
  ownPeopleRoutes(routes, context);
  changeRoutes(routes, context);
  securityRoutes(routes, context);
}
