export interface SessionSettings {
  /** Minutes without anything asked after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends whatever happens. */
  readonly mostHours: number;
  /** Whether everybody but applicants needs a second factor; waived only where a page says so. */
  readonly secondFactor: 'required' | 'waived';
}

/** [usual] in offices; settings change it. */
export const SESSION_SETTINGS: SessionSettings = {
  idleMinutes: 30,
  mostHours: 12,
  secondFactor: 'required',
};
