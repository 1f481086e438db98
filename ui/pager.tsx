import './pager.css';

interface Props {
  /** What is listed: 单位. */
  readonly of: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** How many there are, and the way through them. */
export function Pager({ of, page, pageSize, total, onPage }: Props) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav className="pager" aria-label={`${of}的分页`}>
      <span>
        共<span className="amount">{total}</span>项
        {pages > 1 && (
          <>
            ，第<span className="amount">{page}</span>页，共
            <span className="amount">{pages}</span>页
          </>
        )}
      </span>
      {pages > 1 && (
        <>
          <button
            type="button"
            className="link"
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
          >
            上一页
          </button>
          <button
            type="button"
            className="link"
            disabled={page >= pages}
            onClick={() => onPage(page + 1)}
          >
            下一页
          </button>
        </>
      )}
    </nav>
  );
}
