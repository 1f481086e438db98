import { pathOf } from '@fuchi/record-application/contract-path';
import { RECOMMENDER } from '../asked-names.ts';
import { useApplication } from '../frame/application-world.ts';
import { askedId } from '../frame/use-asked-focus.ts';
import { useRecommenders } from './use-recommenders.ts';

/** 项目推荐单位, out of the round's register: it can't be derived from where the unit is registered. */
export function RecommenderField() {
  const { view, draft, change } = useApplication();
  const { list, fault } = useRecommenders();
  const id = askedId([RECOMMENDER]);
  const path = pathOf('project', [RECOMMENDER]);
  const kept = draft.values.get(path);
  const chosen = typeof kept === 'string' ? kept : '';
  const group = (near: boolean) =>
    (list ?? [])
      .filter((one) => one.near === near)
      .map(({ id: value, name, place }) => (
        <option key={value} value={value}>
          {name}（{place}）
        </option>
      ));
  return (
    <div className="entry-field">
      <label htmlFor={id}>项目推荐单位</label>
      <select
        id={id}
        value={chosen}
        disabled={!view.open}
        aria-describedby={`${id}-hint`}
        onChange={({ target: { value } }) => change([{ path, value: value === '' ? null : value }])}
      >
        <option value="">请选择</option>
        {list?.some(({ near }) => near) && <optgroup label="本地">{group(true)}</optgroup>}
        {list?.some(({ near }) => !near) && <optgroup label="其他地区">{group(false)}</optgroup>}
      </select>
      <div id={`${id}-hint`} className="quiet small">
        {fault?.message ??
          (list?.length === 0
            ? '本批次还没有推荐单位名册，请联系主管部门。'
            : '由所在县（市）或设区市的主管部门推荐；区和开发区由设区市推荐。')}
      </div>
    </div>
  );
}
