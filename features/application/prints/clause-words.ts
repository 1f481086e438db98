/**
 * A clause as papers cite it: conditions of the yearly call, which have numbers of our own, say that they are its.
 * @example clauseWords('call-1a') // '申报通知1a'
 */
export function clauseWords(clause: string): string {
  return clause.replace(/^call-/u, '申报通知');
}
