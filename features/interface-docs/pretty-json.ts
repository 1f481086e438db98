/** The most that is shown at once; what is copied is whole. */
const SHOWN = 60_000;

/** JSON set out in lines, cut where it would choke the page. What is no JSON stays as it is. */
export function prettyJson(text: string): {
  readonly shown: string;
  readonly whole: string;
  readonly cut: boolean;
} {
  const whole = setOut(text);
  const cut = whole.length > SHOWN;
  return { shown: cut ? whole.slice(0, SHOWN) : whole, whole, cut };
}

function setOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
