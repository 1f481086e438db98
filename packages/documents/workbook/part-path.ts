/**
 * Where a target of a part lies in the file: from the file's root, or from the part's folder.
 * @example partPath('xl/workbook.xml', '../docProps/app.xml') // 'docProps/app.xml'
 */
export function partPath(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folderOf(part)}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Where what a part refers to is written; '' is the file as a whole. @example relationsPath('') // '_rels/.rels' */
export function relationsPath(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}
