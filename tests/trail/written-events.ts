import ts from 'typescript';

/** Kinds of events, and parts of what they hold, that a source writes. */
export interface WrittenEvents {
  readonly kinds: readonly string[];
  /** Kinds that aren't spelled where they are written: line and expression. */
  readonly elsewhere: readonly string[];
  readonly fields: readonly string[];
}

/**
 * What a source writes into the trail: objects with a subject and a kind, and the events of workflow tables.
 * @example writtenEvents(`record({ subject, kind: 'noted', after: { n } })`) // kinds: ['noted'], fields: ['n']
 */
export function writtenEvents(text: string): WrittenEvents {
  const found = { kinds: [] as string[], elsewhere: [] as string[], fields: [] as string[] };
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext, true);
  const spelled = (value: ts.Expression) => {
    if (ts.isStringLiteralLike(value)) found.kinds.push(value.text);
    else if (ts.isConditionalExpression(value)) {
      spelled(value.whenTrue);
      spelled(value.whenFalse);
    } else found.elsewhere.push(value.getText());
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const parts = partsOf(node);
      const kind = parts.get('kind');
      if (kind !== undefined && parts.has('subject')) {
        if (kind === null) found.elsewhere.push('kind');
        else spelled(kind);
        for (const side of [parts.get('before'), parts.get('after')]) {
          if (side && ts.isObjectLiteralExpression(side))
            found.fields.push(...partsOf(side).keys());
        }
      }
      const event = parts.get('event');
      const isCommand = parts.has('from') && parts.has('to') && parts.has('by');
      if (event && isCommand) spelled(event);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The named parts of an object; null for one that is named by a variable of its name. */
function partsOf(node: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Expression | null> {
  const parts = new Map<string, ts.Expression | null>();
  for (const part of node.properties) {
    if (ts.isPropertyAssignment(part)) parts.set(nameOf(part.name), part.initializer);
    else if (ts.isShorthandPropertyAssignment(part)) parts.set(part.name.text, null);
  }
  return parts;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : name.getText();
}
