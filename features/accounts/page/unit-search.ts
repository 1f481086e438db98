/** What the address asks for. */
export interface UnitSearch {
  readonly kind?: string;
  readonly q?: string;
  readonly status?: string;
  readonly page?: string;
}
