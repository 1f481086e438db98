import { ComparePage } from '@fuchi/guide-pages/compare/compare-page.tsx';
import { ContentsPage } from '@fuchi/guide-pages/contents/contents-page.tsx';
import { LineTextPage } from '@fuchi/guide-pages/line/line-text-page.tsx';
import { MissingLinePage } from '@fuchi/guide-pages/line/missing-line-page.tsx';
import { CallPage } from '@fuchi/guide-pages/reference/call-page.tsx';
import { DefinitionsPage } from '@fuchi/guide-pages/reference/definitions-page.tsx';
import { QuotasPage } from '@fuchi/guide-pages/reference/quotas-page.tsx';
import { ReadingsPage } from '@fuchi/guide-pages/reference/readings-page.tsx';
import { ReferencePage } from '@fuchi/guide-pages/reference/reference-page.tsx';
import { TrainingPage } from '@fuchi/guide-pages/reference/training-page.tsx';
import { SearchPage } from '@fuchi/guide-pages/search/search-page.tsx';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The pages of the guide, loaded when one of them is first opened. */
const root = getRouteApi('__root__');
const lineRoute = getRouteApi('/guide/lines/$line');
const searchRoute = getRouteApi('/guide/search');
const compareRoute = getRouteApi('/guide/compare');
const readingsRoute = getRouteApi('/guide/readings');

export const Contents = (): ReactNode => <ContentsPage data={root.useLoaderData()} />;
export const Definitions = (): ReactNode => <DefinitionsPage data={root.useLoaderData()} />;
export const Training = (): ReactNode => <TrainingPage data={root.useLoaderData()} />;
export const Quotas = (): ReactNode => <QuotasPage data={root.useLoaderData()} />;
export const Call = (): ReactNode => <CallPage data={root.useLoaderData()} />;
export const Reference = (): ReactNode => <ReferencePage data={root.useLoaderData()} />;

export function LineText(): ReactNode {
  const data = root.useLoaderData();
  const { line: id } = lineRoute.useParams();
  const found = data.guide.lines.find((l) => l.id === id);
  return found ? (
    <LineTextPage key={id} data={data} line={found} />
  ) : (
    <MissingLinePage data={data} id={id} />
  );
}

export function Readings(): ReactNode {
  const { line } = readingsRoute.useSearch();
  return <ReadingsPage data={root.useLoaderData()} line={line} />;
}

export function Search(): ReactNode {
  const { q } = searchRoute.useSearch();
  return <SearchPage data={root.useLoaderData()} query={q} />;
}

export function Compare(): ReactNode {
  const { a, b } = compareRoute.useSearch();
  return <ComparePage data={root.useLoaderData()} a={a} b={b} />;
}
