import { useDesk } from '@fuchi/platform-browser/use-desk';
import { useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type RecommenderList, recommenderList } from './contract.ts';

/** Who may recommend in the application's round; undefined until the server has answered. */
export function useRecommenders() {
  const { view } = useApplication();
  const { ask, fault } = useDesk();
  const [list, setList] = useState<RecommenderList>();
  useEffect(() => {
    const path = `/api/applications/${view.id}/recommenders`;
    void ask({ path }, recommenderList).then(setList);
  }, [ask, view.id]);
  return { list, fault };
}
