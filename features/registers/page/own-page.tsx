import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { useEffect, useState } from 'react';
import { type UnitView, unitView } from '../contract.ts';
import { UnitLists } from './unit-lists.tsx';
import './registers.css';

/** `/registers/own`: what the lists say of one's own enterprise. */
export function OwnPage() {
  usePageTitle('名单上的本单位');
  const [unit, setUnit] = useState<UnitView>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: '/api/register-lookup/own' }, unitView).then(setUnit);
  }, [ask]);
  if (fault) {
    return (
      <>
        <h1>名单上的本单位</h1>
        <PageState>{fault.message}</PageState>
      </>
    );
  }
  if (!unit) return <PageState>正在读取……</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>名单上的本单位</h1>
        <p className="quiet">
          {unit.name}　{unit.creditCode}
        </p>
        <p className="quiet">
          名单上查得到的，申报时不用再填、不用再交证明。有出入的，请联系项目推荐单位核对名单。
        </p>
      </div>
      <UnitLists unit={unit} own />
    </>
  );
}
