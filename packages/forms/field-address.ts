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
  return pathOf(address)
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
