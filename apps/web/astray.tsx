/** What stands where an address leads nowhere. */
export function Astray() {
  return (
    <div className="page-title">
      <h1>没有这个地址</h1>
      <p role="alert">没有这个地址，可能是链接写错了，也可能是指南里已经没有这一项。</p>
      <p>
        <a href="/">回到测一测</a>
      </p>
    </div>
  );
}
