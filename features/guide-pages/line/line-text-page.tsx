import type { GuideData } from '@fuchi/platform-browser/guide-data';
import type { CheckedLine } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { isAssessed } from '../words/line-mode.ts';
import { ConditionText } from './condition-text.tsx';
import { lineAnchors } from './line-anchors.ts';
import { LineFactList } from './line-fact-list.tsx';
import { LineHeadText } from './line-head-text.tsx';
import { LinePart } from './line-part.tsx';
import { linePartAnchor, linePartsOf } from './line-parts.ts';
import { LineReadingList } from './line-reading-list.tsx';
import { PaperListText } from './paper-list-text.tsx';
import { Provision } from './provision.tsx';
import { QuotaText } from './quota-text.tsx';
import { StageListText } from './stage-list-text.tsx';
import { StandardText } from './standard-text.tsx';

interface Props {
  readonly data: GuideData;
  readonly line: CheckedLine;
}

/** `/guide/lines/<id>`: one line to read, each provision with an address of its own. */
export function LineTextPage({ data: { guide }, line }: Props) {
  const anchors = lineAnchors(line);
  const { directions, applicant } = line.source;
  const own = (clause: string) => clause === applicant?.clause.text;
  const conditions = line.conditions.filter((c) => !own(c.clause));
  const ofApplicant = line.conditions.filter((c) => own(c.clause));
  return (
    <GuideFrame guide={guide} title={line.title} clause={line.section} lead={line.source.says}>
      <LineHeadText guide={guide} line={line} />
      <div className="guide-text">
        <div>
          {directions.length > 0 && (
            <LinePart name="支持方向">
              <ul className="provisions">
                {directions.map((d, n) => (
                  <Provision
                    key={anchors.directions[n]}
                    guide={guide}
                    line={line}
                    clause={d.clause}
                    anchor={anchors.directions[n] ?? ''}
                    says={d.says}
                  />
                ))}
              </ul>
            </LinePart>
          )}
          {conditions.length > 0 && (
            <LinePart
              name="支持条件"
              aside={
                isAssessed(line.mode) && (
                  <Link to="/lines/$line" params={{ line: line.id }}>
                    全部在测一测里核对
                  </Link>
                )
              }
            >
              <ul className="provisions">
                {conditions.map((c) => (
                  <ConditionText key={c.clause} guide={guide} line={line} condition={c} />
                ))}
              </ul>
            </LinePart>
          )}
          <StandardText guide={guide} line={line} anchor={anchors.standard} />
          <StageListText guide={guide} line={line} anchors={anchors.stages} />
          {applicant && (
            <LinePart name="申报主体">
              <ul className="provisions">
                <Provision
                  guide={guide}
                  line={line}
                  clause={applicant.clause.text}
                  anchor={anchors.applicant}
                  says={applicant.says}
                />
                {ofApplicant.map((c) => (
                  <ConditionText key={c.clause} guide={guide} line={line} condition={c} />
                ))}
              </ul>
            </LinePart>
          )}
          <QuotaText guide={guide} line={line} anchor={anchors.quota} />
          <PaperListText guide={guide} line={line} />
          <LineReadingList guide={guide} line={line} />
          <LineFactList guide={guide} line={line} />
        </div>
        <nav className="guide-inside" aria-label="本页内容">
          <ul>
            {linePartsOf(guide, line).map((name) => (
              <li key={name}>
                <Link
                  to="/guide/lines/$line"
                  params={{ line: line.id }}
                  hash={linePartAnchor(name)}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </GuideFrame>
  );
}
