import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import type { Actor } from '@fuchi/record-person/actor';
import { newAccountRoutes } from './account/http-account.ts';
import { applicantRoutes } from './applicant/http-applicant.ts';
import { recommenderRoutes } from './recommender/http-recommender.ts';
import type { RegistrationContext } from './registration-context.ts';

/** Enterprises register themselves: an account, papers, and the recommender's word. */
export function registrationRoutes(routes: DeskRoutes<Actor>, context: RegistrationContext): void {
  newAccountRoutes(routes, context);
  applicantRoutes(routes, context);
  recommenderRoutes(routes, context);
}
