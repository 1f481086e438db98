import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { importRoutes } from './import/http-import.ts';
import { listRoutes } from './list/http-list.ts';
import { lookupRoutes } from './lookup/http-lookup.ts';
import type { RegistersContext } from './registers-context.ts';

/** 名单: imported by the offices, looked up by whoever judges applications, and by each enterprise for itself. */
export function registersRoutes(routes: DeskRoutes<Actor>, context: RegistersContext): void {
  listRoutes(routes, context);
  importRoutes(routes, context);
  lookupRoutes(routes, context);
}
