import { useApplication } from './application-world.ts';
import { PartLink } from './part-link.tsx';

interface Props {
  /** The parts of this application in their order. */
  readonly parts: readonly { readonly part: string; readonly name: string }[];
  readonly part: string;
}

/** At the end of a part, the way to the one that comes next. */
export function NextPart({ parts, part }: Props) {
  const { view } = useApplication();
  const place = parts.findIndex((one) => one.part === part);
  const next = place > 0 ? parts[place + 1] : undefined;
  if (!next) return null;
  return (
    <p className="application-next">
      <PartLink application={view.id} part={next.part}>
        下一步：{next.name}
      </PartLink>
    </p>
  );
}
