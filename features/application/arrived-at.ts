/**
 * When a request arrived, by the portal's clock: what came before a deadline stands, however long it then waited for
 * its turn.
 * @param now what the portal's clock says at this moment
 * @param reply whose request it is: it counts the milliseconds since it arrived
 */
export function arrivedAt(now: Date, reply: { readonly elapsedTime: number }): Date {
  return new Date(now.getTime() - Math.ceil(reply.elapsedTime));
}
