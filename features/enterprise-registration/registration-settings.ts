/** How registrations are run [usual]: a portal may set them otherwise. */
export interface RegistrationSettings {
  /** Natural days within which a recommender should have looked at one. */
  readonly reviewDays: number;
}

export const REGISTRATION_SETTINGS: RegistrationSettings = { reviewDays: 5 };

/** Until when one should be looked at. */
export function dueAt(askedAt: Date, { reviewDays }: RegistrationSettings): Date {
  return new Date(askedAt.getTime() + reviewDays * 86_400_000);
}
