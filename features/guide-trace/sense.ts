/**
 * How a figure binds: at least, more than, at most, less than, exactly, until a day, in a period,
 * as the rate of an amount; 'free' where neither text nor data says.
 */
export type Sense = 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'until' | 'window' | 'rate' | 'free';

/** How each is said to an author. */
export const SENSE_NAMES: Readonly<Record<Sense, string>> = {
  ge: '不低于',
  gt: '大于',
  le: '不超过',
  lt: '低于',
  eq: '等于',
  until: '截至',
  window: '期间',
  rate: '比例',
  free: '未写明',
};

const BOUNDS: readonly Sense[] = ['ge', 'gt', 'le', 'lt'];

/**
 * Whether the text's word and the data's operator can mean the same.
 * A rate of an amount and a fixed amount are ceilings or plain, never lower bounds; 截至 is a day
 * up to which, and may be compared either way.
 */
export function agree(text: Sense, data: Sense): boolean {
  if (text === data || text === 'until' || data === 'window') return true;
  if (data === 'free') return true;
  if (data === 'rate' || data === 'eq')
    return text === 'free' || text === 'window' || (data === 'rate' && text === 'le');
  if (text === 'free' || text === 'window') return !BOUNDS.includes(data);
  return false;
}
