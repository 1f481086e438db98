import ts from 'typescript';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const LINE_CAP = 400;
const CODE = /\.(?:ts|tsx|mjs|css|sql)$/;
const SCRIPT = /\.(?:ts|tsx|mjs)$/;
const TEST = /\.test\.tsx?$/;
/** Written by a program: schema.sql and the tables' types come from the catalogue. */
const GENERATED = /(?:^|\/)(?:generated\/|schema\.sql$|database\/tables\.ts$)/;
const DRAWER = /(?:^|\/)(?:utils?|helpers?|types|common|misc|shared|lib)(?:\/|\.[a-z]+$)/;
const BARREL = /(?:^|\/)index\.(?:ts|tsx|mjs)$/;
const HOME_PATH = /(?:^|[\s"'`(=:])(?:\/(?:home|Users)\/[\w.-]+\/|\/root\/|[A-Z]:\\Users\\)/m;
const SILENCED = /\/[/*]\s*(?:@ts-(?:ignore|nocheck|expect-error)|biome-ignore-all)\b/;
const INEXACT = new Set(['parseFloat', 'random', 'toFixed', 'toLocaleString', 'toPrecision']);
/** What the house rules of ARCHITECTURE.md forbid and no other tool sees, one sentence per fault. */
export function sourceFaults({ path, text }: SourceFile, root: string): readonly string[] {
  const faults: string[] = [];
  const fault = (what: string) => void faults.push(`${path}: ${what}`);
  if (HOME_PATH.test(text) || text.includes(`${root}/`)) fault('a path of one machine');
  if (path.startsWith('guides/') && !path.endsWith('.yaml')) fault('guides/ holds data only');
  if (!CODE.test(path)) return faults;

  if (!GENERATED.test(path) && lines(text) > LINE_CAP) fault(`more than ${LINE_CAP} lines`);
  if (!SCRIPT.test(path)) return faults;

  if (DRAWER.test(path)) fault('named after nothing; name it for the one thing it holds');
  if (BARREL.test(path)) fault('a barrel; import the file that holds the thing');
  if (SILENCED.test(text)) fault('a silenced check');
  const pure = path.startsWith('packages/') && !TEST.test(path);
  for (const what of codeFaults({ path, text }, pure)) fault(what);
  return faults;
}

function lines(text: string): number {
  return text.split('\n').length - 1;
}

function codeFaults({ path, text }: SourceFile, pure: boolean): readonly string[] {
  const faults: string[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const at = (node: ts.Node, what: string) =>
    void faults.push(
      `line ${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}, ${what}`,
    );
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) at(node, 'any');
    if (compilesText(node)) at(node, 'code made from text');
    if (pure && ts.isPropertyAccessExpression(node) && INEXACT.has(node.name.text)) {
      at(node, `${node.getText()} in packages/`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** `new Function(text)`; Biome sees `eval` itself. */
function compilesText(node: ts.Node): boolean {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'Function'
  );
}
