import { creditCommitmentDocument } from '@fuchi/documents/application/credit-commitment';
import {
  PRINT_BOTTOM,
  type PrintIdentity,
  printFurniture,
} from '@fuchi/documents/application/print-furniture';
import { promiseLetterDocument } from '@fuchi/documents/application/promise-letter';
import type { OfficialDocument } from '@fuchi/documents/document';
import { formDocument } from '@fuchi/documents/form/form-document';
import { countedOf } from '@fuchi/forms/counted-filling';
import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { contentDigest } from '@fuchi/record-application/content-digest';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { applicationForm } from './application-form.ts';
import { goalsOf } from './goals-of.ts';
import { type ReadContent, readContent } from './read-content.ts';

/** A paper of a version that is printed, signed and sealed. */
export interface PrintDocument {
  /** application, performance, commitment, letter-1 …: what its pages' codes say. */
  readonly kind: string;
  readonly title: string;
  readonly document: OfficialDocument;
}

/**
 * Everything a version prints for signing and sealing, in this order: 申报书, 绩效目标申报表, 信用承诺书, the line's
 * 承诺函 that this case needs. A pure function of the content and its guide.
 * @throws where the guide isn't the content's
 * @example printDocuments(content, guide).map(({ kind }) => kind) // ['application', 'performance', 'commitment']
 */
export function printDocuments(
  content: ApplicationContent,
  guide: CheckedGuide,
): readonly PrintDocument[] {
  const read = readContent(content, guide);
  const digest = contentDigest(content);
  const { application, version } = content;
  const print = (
    kind: string,
    title: string,
    make: (identity: PrintIdentity) => OfficialDocument,
  ): PrintDocument => ({
    kind,
    title,
    document: make({ application, version, kind, title, digest }),
  });
  const goals = goalsOf(read);
  return [
    print('application', '申报书', (identity) => applicationForm(read, identity)),
    ...(goals
      ? [print('performance', '绩效目标申报表', (identity) => goalsForm(read, goals, identity))]
      : []),
    print('commitment', '信用承诺书', (identity) => commitment(read, identity)),
    ...promised(read).map(({ paper, clause, promises }, i) =>
      print(`letter-${i + 1}`, paper, (identity) =>
        promiseLetterDocument({
          ...signed(read),
          identity,
          clause: fullClause(read.line.section, clause),
          project: content.title,
          promises,
        }),
      ),
    ),
  ];
}

/** The letters of the line that this applicant needs: those whose paper isn't surely out of place. */
function promised({ line, papers }: ReadContent) {
  return line.letters.flatMap(({ paper, promises }) => {
    const asked = papers.find((p) => p.paper.name === paper.text);
    if (!asked || asked.needed === 'no') return [];
    return [
      {
        paper: paper.text,
        clause: asked.paper.clause,
        promises: promises.map(({ text }) => text),
      },
    ];
  });
}

function signed({ content, guide, line }: ReadContent) {
  return {
    authorities: guide.guide.authorities.join('、'),
    fund: `${guide.guide.year}年度${guide.guide.fund}`,
    line: line.title,
    applicant: content.organisation.name,
  };
}

function commitment(
  read: ReadContent<ApplicationContent>,
  identity: PrintIdentity,
): OfficialDocument {
  const { content } = read;
  return creditCommitmentDocument({
    ...signed(read),
    identity,
    round: content.round.name,
    project: content.title,
    creditCode: content.organisation.creditCode ?? '',
  });
}

/** The annex as the guide prints it, with the print's own foot. */
function goalsForm(
  { guide }: ReadContent,
  { form, filling }: { readonly form: Form; readonly filling: Filling },
  identity: PrintIdentity,
): OfficialDocument {
  const { id, version, digest } = guide.guide;
  const document = formDocument(form, countedOf(form, filling), { id, version, digest });
  const { margins } = document.page;
  return {
    ...document,
    page: { ...document.page, margins: { ...margins, bottom: PRINT_BOTTOM } },
    furniture: printFurniture(identity),
  };
}
