import type { GuideEntry } from './guide-entry.ts';
import { plainText } from './plain-text.ts';

/** The guide made ready to be searched: entries with their words as they are compared. */
export type SearchIndex = readonly IndexedEntry[];

interface IndexedEntry {
  readonly entry: GuideEntry;
  readonly title: string;
  readonly clause: string;
  readonly text: string;
}

export interface Found {
  /** The words looked for, as compared. */
  readonly terms: readonly string[];
  /** Best first. */
  readonly entries: readonly GuideEntry[];
  /** Nothing has all words as they stand: these have most of their pairs of characters. */
  readonly near: boolean;
}

/**
 * A whole guide is some hundred thousand characters: reading through it takes a few milliseconds, less than an
 * index of pairs would take to build, and finds words of any length, numbers and clauses exactly.
 */
export function indexOf(entries: readonly GuideEntry[]): SearchIndex {
  return entries.map((entry) => ({
    entry,
    title: plainText(entry.title),
    clause: plainText(entry.clause),
    text: plainText(entry.text),
  }));
}

/** @example find(index, '贴息 2000万元').entries[0]?.clause // '一（一）2' */
export function find(index: SearchIndex, query: string): Found {
  const terms = termsOf(query);
  if (terms.length === 0) return { terms, entries: [], near: false };
  const exact = ranked(index, (e) => exactScore(e, terms));
  if (exact.length > 0) return { terms, entries: exact, near: false };
  const pairs = [...new Set(terms.flatMap(pairsOf))];
  if (pairs.length < 2) return { terms, entries: [], near: false };
  const near = ranked(index, (e) => nearScore(e, pairs));
  return { terms: pairs, entries: near, near: near.length > 0 };
}

/** Words of a query, parted by spaces. Commas inside numbers are only for the eye: 3,000万元. */
export function termsOf(query: string): string[] {
  const plain = plainText(query).replace(/(?<=\d),(?=\d{3})/g, '');
  return [...new Set(plain.split(/[\s,、，。;；]+/u).filter((t) => t !== ''))].slice(0, 8);
}

/** Where a word stands in a text. A number is only itself: 10% isn't part of 110%, nor 300 of 3000. */
export function placesOf(term: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + term.length] ?? '';
    const cutBefore = /^\d/.test(term) && /[\d.]/.test(before);
    const cutAfter = /\d$/.test(term) && /\d/.test(after);
    if (!cutBefore && !cutAfter) places.push(at);
  }
  return places;
}

function exactScore(e: IndexedEntry, terms: readonly string[]): number {
  let score = 0;
  for (const term of terms) {
    const here = termScore(e, term);
    if (here === 0) return 0;
    score += here;
  }
  return score;
}

/** A clause asked for by its whole number is what is meant; a title says more than words in a text. */
function termScore({ clause, title, text }: IndexedEntry, term: string): number {
  const own = clause === term ? 40 : clause.endsWith(term) ? 30 : has(clause, term) ? 4 : 0;
  const named = title === term ? 12 : has(title, term) ? 6 : 0;
  const said = Math.min(placesOf(term, text).length, 3);
  return own + named + said;
}

function nearScore({ clause, title, text }: IndexedEntry, pairs: readonly string[]): number {
  const all = `${clause} ${title} ${text}`;
  const share = pairs.filter((p) => has(all, p)).length / pairs.length;
  return share >= 0.6 ? share : 0;
}

function has(text: string, term: string): boolean {
  return placesOf(term, text).length > 0;
}

function pairsOf(term: string): string[] {
  return [...term].slice(1).map((_, i) => term.slice(i, i + 2));
}

/** Best first; equals stay in the guide's order. */
function ranked(index: SearchIndex, score: (e: IndexedEntry) => number): GuideEntry[] {
  return index
    .map((e) => ({ entry: e.entry, score: score(e) }))
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((s) => s.entry);
}
