/** What bounds a filling, so that nobody's file takes more than its share: far above what any form asks. */

/** Characters of a target, a name, a unit, a header field. */
export const MOST_TEXT = 500;
/** Characters of 总体目标 and 年度目标. */
export const MOST_GOAL = 5000;
/** Rows of an indicator that repeats, and of 个性指标. */
export const MOST_ROWS = 50;
/** Years that have a target of their own. */
export const MOST_YEARS = 10;
