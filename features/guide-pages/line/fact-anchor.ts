/** Where the page of a line explains a fact it asks. A line's own fact is named without the line. */
export function factAnchor(id: string): string {
  return `fact-${id.replace(/^.*\//, '')}`;
}
