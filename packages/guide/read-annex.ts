import type { Annex, AnnexList, Letter } from './annex.ts';
import type { Faults } from './diagnostic.ts';
import { PAPER_AUDITS, type Paper } from './guide.ts';
import { MapReader } from './reader.ts';
import type { Node } from './yaml-text.ts';

/** Reads one of a line's 材料. */
export function readPaper(node: Node, faults: Faults): Paper {
  const map = new MapReader(node, faults);
  const paper: Paper = {
    at: node.at,
    name: map.required('名').text,
    clause: map.optional('条款'),
    issuer: map.optional('出具')?.text ?? '',
    when: map.optional('当'),
    audit: map.word('审计报告', PAPER_AUDITS),
  };
  map.close();
  return paper;
}

/** Reads one of a line's 承诺函. */
export function readLetter(node: Node, faults: Faults): Letter {
  const map = new MapReader(node, faults);
  const letter: Letter = { at: node.at, paper: map.required('材料'), promises: map.texts('承诺') };
  if (letter.promises.length === 0) faults.add(node.at, 'missing-key', { key: '承诺' });
  map.close();
  return letter;
}

/** Reads one of a line's 附表. */
export function readAnnex(node: Node, faults: Faults): Annex {
  const map = new MapReader(node, faults);
  const within = map.node('逐笔');
  const annex: Annex = {
    at: node.at,
    name: map.required('名'),
    paper: map.required('材料'),
    issuer: map.optional('出具')?.text ?? '',
    addsRows: map.flag('增行'),
    list: readList(map),
    within: within && readWithin(within, faults),
  };
  if (annex.list.columns.length === 0) faults.add(node.at, 'missing-key', { key: '列' });
  map.close();
  return annex;
}

function readWithin(node: Node, faults: Faults): AnnexList {
  const map = new MapReader(node, faults);
  const list = readList(map);
  if (list.columns.length === 0) faults.add(node.at, 'missing-key', { key: '列' });
  map.close();
  return list;
}

function readList(map: MapReader): AnnexList {
  return {
    at: map.at,
    rows: map.required('明细'),
    columns: map.texts('列'),
    confirmed: map.texts('核定'),
  };
}
