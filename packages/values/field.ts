/**
 * A field of data that was read from a file, by its name in the project's own files (Chinese) or in the exchanged
 * JSON (English). undefined when `data` isn't a mapping or has neither.
 */
export function field(data: unknown, chinese: string, english: string): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const entries = new Map<string, unknown>(Object.entries(data));
  return entries.get(chinese) ?? entries.get(english);
}

/** A text field, undefined when it is absent or no text. */
export function textField(data: unknown, chinese: string, english: string): string | undefined {
  const value = field(data, chinese, english);
  return typeof value === 'string' ? value : undefined;
}

/** A yes-or-no field: true, '是' or 'true'; absent is no. undefined when it is anything else. */
export function flagField(data: unknown, chinese: string, english: string): boolean | undefined {
  const value = field(data, chinese, english);
  if (value === true || value === '是' || value === 'true') return true;
  if (value === false || value === '否' || value === 'false' || value === undefined) return false;
  return undefined;
}

/** A list field, undefined when it is absent or no list. */
export function listField(
  data: unknown,
  chinese: string,
  english: string,
): readonly unknown[] | undefined {
  const value = field(data, chinese, english);
  return Array.isArray(value) ? value : undefined;
}
