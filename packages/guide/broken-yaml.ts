import { isScalar, visit, type YAMLParseError } from 'yaml';

/** A fault of YAML itself, placed where its author has to look. */
export interface BrokenYaml {
  readonly offset: number;
  readonly code: 'broken-yaml' | 'key-colon' | 'yaml-tag';
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Says what is wrong with a file that is no YAML. The parser places some faults where it gave up;
 * an author looks for where they began.
 * @param contents what the parser made of the file all the same
 */
export function brokenYaml(error: YAMLParseError, source: string, contents: unknown): BrokenYaml {
  const [offset] = error.pos;
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    const facts = { reason: 'UNCLOSED_QUOTE' };
    return { offset: lastQuoted(contents) ?? offset, code: 'broken-yaml', facts };
  }
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR') {
    const [line = ''] = source.slice(offset).split('\n', 1);
    const colon = /^([^\s:：]{1,30})(：|:(?=\S))/u.exec(line);
    if (colon) {
      const facts = { key: colon[1] ?? '', written: colon[2] ?? '' };
      return { offset: offset + (colon[1]?.length ?? 0), code: 'key-colon', facts };
    }
  }
  // A tag in Chinese: YAML's own tags are ASCII.
  if (error.code === 'MISSING_CHAR' && source[offset - 1] === '!') {
    const [name = ''] = /\S+/.exec(source.slice(offset - 1)) ?? [];
    return { offset, code: 'yaml-tag', facts: { name } };
  }
  return { offset, code: 'broken-yaml', facts: { reason: error.code } };
}

function lastQuoted(contents: unknown): number | undefined {
  let last: number | undefined;
  visit(contents as Parameters<typeof visit>[0], {
    Scalar(_, node) {
      if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range) [last] = node.range;
    },
  });
  return last;
}
