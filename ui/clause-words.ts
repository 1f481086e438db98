/**
 * A clause as screens and papers name it: conditions of the yearly call, which have numbers of our own, say that they
 * are its.
 * @example clauseWords('call-1a') // '申报通知1a'
 */
export function clauseWords(clause: string): string {
  return clause.replace(/^call-/u, '申报通知');
}

/**
 * A clause where it stands by itself.
 * @example citedClause('1(2)a') // '条款1(2)a'
 * @example citedClause('call-3') // '申报通知3'
 */
export function citedClause(clause: string): string {
  const words = clauseWords(clause);
  return words === clause ? `条款${clause}` : words;
}
