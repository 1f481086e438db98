/** The cookie a session is known by, before `__Host-` stands in front of it over TLS. */
export const SESSION_COOKIE = 'fuchi-session';
