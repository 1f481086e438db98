/**
 * The interface, the pages and whether the portal is well, which anybody may ask by any method; what they hold is in the
 * published guide.
 */
export const OPEN_TO_ALL: readonly string[] = [
  '/',
  '/health',
  '/index.html',
  '/api/assess',
  '/api/forms',
  '/api/forms/documents',
  '/api/forms/{form}',
  '/api/forms/{form}/blank.{as}',
  '/api/forms/{form}/check',
  '/api/forms/{form}/document',
  '/api/forms/{form}/import',
  '/api/guide',
  '/api/guide/version',
  '/api/lines',
  '/api/lines/{line}',
  '/api/lines/{line}/assess',
  '/api/lines/{line}/facts',
  '/api/openapi.json',
];
