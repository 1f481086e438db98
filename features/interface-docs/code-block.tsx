interface Props {
  readonly name: string;
  readonly children: string;
}

/** Text as a machine reads it, in a window of its own that scrolls. */
export function CodeBlock({ name, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="api-code" tabIndex={0} aria-label={name}>
      <pre>{children}</pre>
    </section>
  );
}
