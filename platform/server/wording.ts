/** A sentence for people, in both languages the interface speaks. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}
