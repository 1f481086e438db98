import { isIPv6 } from 'node:net';

const OWN_GROUPS = 4;
const GROUPS = 8;

/**
 * Whom a request counts against: its address, of IPv6 the network (/64), within which one client may take any address.
 * @example clientOf('2001:db8:1:2::9') // '2001:db8:1:2::/64'
 */
export function clientOf(address: string): string {
  const [ip = ''] = address.split('%');
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = '', after] = ip.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const zeros = Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  const network = [...head, ...zeros, ...tail].slice(0, OWN_GROUPS);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** An IPv4 address at the end takes the place of two groups, beyond the network. */
function groupsOf(text: string): string[] {
  return text.split(':').flatMap((group) => {
    if (group === '') return [];
    return group.includes('.') ? ['0', '0'] : [group];
  });
}
