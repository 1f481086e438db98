import type { Guide } from '@fuchi/guide/guide';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { otherCited } from '../citation/cited-address.ts';
import { decodedHash } from './decoded-hash.ts';

/** Says when an address cites another version of the guide, or an item that this one hasn't. */
export function AstrayNotice({ guide }: { readonly guide: Guide }) {
  const { hash, searchStr, pathname } = useLocation();
  const id = decodedHash(hash);
  const [missing, setMissing] = useState('');
  useEffect(() => {
    setMissing(id !== '' && !document.getElementById(id) ? `${pathname}#${id}` : '');
  }, [id, pathname]);
  const cited = otherCited(guide, searchStr);
  const gone = missing === `${pathname}#${id}` && id !== '';
  if (!cited && !gone) return null;
  return (
    <div role="alert" className="guide-astray">
      {cited && (
        <p>
          这个地址引用的是指南数据 {cited.version} 版（校验码 {cited.digest}），本站现在是{' '}
          {guide.version} 版，条文可能已经改动。手里有那一版的数据文件时，可以用
          <Link to="/guide/versions">版本比较</Link>逐条核对。
        </p>
      )}
      {gone && (
        <p>
          这一页没有“{id.slice(0, 60)}”这一条，可能是地址写错了，也可能是这一版指南里没有它。
          <Link to="/guide/search" search={{ q: id.slice(0, 60) }}>
            在指南中查找“{id.slice(0, 60)}”
          </Link>
        </p>
      )}
    </div>
  );
}
