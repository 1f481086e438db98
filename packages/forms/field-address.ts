/**
 * A place of a filling where something is typed: what a finding points at, and what a cell of a spreadsheet stands
 * for. Rows count from 0. Survives JSON.
 */
export type FieldAddress =
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'goal'; readonly name: string }
  /** One kind of project; '' for the choice as a whole. */
  | { readonly kind: 'kind'; readonly name: string }
  | {
      readonly kind: 'target';
      /** The indicator's id. */
      readonly id: string;
      readonly index: number;
      readonly part: TargetPart;
      /** '' unless the part is a year. */
      readonly year: string;
    }
  | {
      readonly kind: 'own';
      readonly index: number;
      readonly part: OwnPart;
      readonly year: string;
    };

export type TargetPart = 'value' | 'measure' | 'unit' | 'about' | 'year';
export type OwnPart = 'name' | 'unit' | 'value' | 'year';

/** @example targetAt('项目总投入', 0, 'value') */
export function targetAt(
  id: string,
  index: number,
  part: TargetPart,
  year = '',
): Extract<FieldAddress, { kind: 'target' }> {
  return { kind: 'target', id, index, part, year };
}

/** @example ownAt(0, 'year', '2023') */
export function ownAt(
  index: number,
  part: OwnPart,
  year = '',
): Extract<FieldAddress, { kind: 'own' }> {
  return { kind: 'own', index, part, year };
}

/**
 * The way to the field through a filling's JSON.
 * @example pathOf(targetAt('节能量', 0, 'year', '2023')) // ['targets', '节能量', '0', 'years', '2023']
 */
export function pathOf(address: FieldAddress): readonly string[] {
  switch (address.kind) {
    case 'header':
      return ['header', address.name];
    case 'goal':
      return ['goals', address.name];
    case 'kind':
      return address.name === '' ? ['kinds'] : ['kinds', address.name];
    case 'target':
      return ['targets', address.id, String(address.index), ...partPath(address)];
    case 'own':
      return ['own', String(address.index), ...partPath(address)];
  }
}

function partPath({ part, year }: { part: TargetPart | OwnPart; year: string }): string[] {
  return part === 'year' ? ['years', year] : [part];
}

/**
 * The address as one text, a JSON Pointer (RFC 6901) into the filling; of a kind of project its name stands at the
 * end. Two addresses have the same text only if they are the same.
 * @example addressText({ kind: 'header', name: '项目名称' }) // '/header/项目名称'
 */
export function addressText(address: FieldAddress): string {
  return pathText(pathOf(address));
}

/** A way through a filling as one text. @example pathText(['header', '项目名称']) // '/header/项目名称' */
export function pathText(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * The inverse of addressText. Whether the form has such a field is another question.
 * @returns undefined for a text that is no address
 */
export function readAddress(text: string): FieldAddress | undefined {
  if (!text.startsWith('/')) return undefined;
  const steps = text
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [root, name = '', ...rest] = steps;
  if (root === 'kinds' && rest.length === 0) return { kind: 'kind', name };
  if (root === 'header' && rest.length === 0) return { kind: 'header', name };
  if (root === 'goals' && rest.length === 0) return { kind: 'goal', name };
  if (root === 'targets') {
    const [index = '', part = '', year = ''] = rest;
    const found = partOf(TARGET_PARTS, part);
    if (!isIndex(index) || found === undefined) return undefined;
    return exactly(text, targetAt(name, Number(index), found, year));
  }
  if (root === 'own') {
    const [part = '', year = ''] = rest;
    const found = partOf(OWN_PARTS, part);
    if (!isIndex(name) || found === undefined) return undefined;
    return exactly(text, ownAt(Number(name), found, year));
  }
  return undefined;
}

const TARGET_PARTS: readonly TargetPart[] = ['value', 'measure', 'unit', 'about', 'year'];
const OWN_PARTS: readonly OwnPart[] = ['name', 'unit', 'value', 'year'];

function partOf<Part extends TargetPart | OwnPart>(
  parts: readonly Part[],
  step: string,
): Part | undefined {
  return parts.find((part) => (part === 'year' ? 'years' : part) === step);
}

function isIndex(text: string): boolean {
  return /^(?:0|[1-9]\d{0,3})$/.test(text);
}

/** Whatever else stood in the text would be lost. */
function exactly(text: string, address: FieldAddress): FieldAddress | undefined {
  return addressText(address) === text ? address : undefined;
}
