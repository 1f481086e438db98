import { VersionsPage } from '@fuchi/guide-pages/versions/versions-page.tsx';
import { getRouteApi } from '@tanstack/react-router';

/** Apart from the other pages of the guide: it brings what reads a file nobody vouches for. */
const root = getRouteApi('__root__');

export const Versions = () => <VersionsPage data={root.useLoaderData()} />;
