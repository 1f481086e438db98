import { NO_SUCH } from '../fault-kind.ts';
import { HttpFault } from '../http-fault.ts';

/**
 * The id of something in an address, as the database counts them.
 * @throws HttpFault no-such where no id can look like that
 * @example pathId(params, 'round') // '12'
 */
export function pathId(params: Readonly<Record<string, string>>, name: string): string {
  const id = params[name] ?? '';
  if (!/^[1-9]\d{0,17}$/.test(id)) throw new HttpFault(NO_SUCH);
  return id;
}
