/** What hangs on the row at hand: functions that look around, and what is evaluated once for all rows. */

import { cases } from "./query-cases";

const AROUND = "range x from 1 to 5 step 1 |";
const OUTSIDE = "outside of `extend`, `project`, `serialize` and `where` is not evaluated";
const PASSED_OVER = "where some rows may be passed over is not evaluated";

cases("functions that look at neighbours", [
  ...["prev", "next"].flatMap((name) =>
    [
      `summarize count() by d = x - ${name}(x)`,
      `summarize sum(${name}(x))`,
      `distinct x - ${name}(x)`,
      `sort by ${name}(x)`,
      `top 1 by ${name}(x)`,
      `mv-expand y = pack_array(${name}(x))`,
      `mv-apply y = pack_array(${name}(x)) on (take 1)`,
      `parse tostring(${name}(x)) with y:long`,
      `parse-kv tostring(${name}(x)) as (a:long)`,
      `make-series sum(${name}(x)) on x from 1 to 6 step 1`,
      `top-nested 1 of ${name}(x) by count()`,
    ].map((step) => [`${AROUND} ${step}`, [`PKT2901 \`${name}\` ${OUTSIDE}`]] as const),
  ),
  [`${AROUND} summarize max(row_number())`, [`PKT2901 \`row_number\` ${OUTSIDE}`]],
  [`${AROUND} extend n = iff(x > 2, row_number(), 0)`, [`PKT2901 \`row_number\` ${PASSED_OVER}`]],
  [`${AROUND} where x > 2 and row_cumsum(x) > 1`, [`PKT2901 \`row_cumsum\` ${PASSED_OVER}`]],
  [`${AROUND} where row_cumsum(x) > 5 and x < 5`, [[3], [4]]],
  [`${AROUND} project n = iff(row_number() == 1, prev(x, 1, 0), next(x, 1, 9))`, [[0], [3], [4], [5], [9]]],
  [`${AROUND} extend s = row_cumsum(toint(x % 2 == 0 and prev(x) > 1)) | summarize max(s)`, [[1]]],
  [`${AROUND} where x - prev(x) == 1 | serialize n = row_number() | summarize m = max(n)`, [[4]]],
  [`print x = 1 | extend n = toscalar(${AROUND} extend n = row_number() | summarize max(n))`, [[1, 5]]],
]);

const ABOVE = "(n:long) { toscalar(range y from 1 to 10 step 1 | where y > n | count) }";
const ROWS = "range x from 1 to 3 step 1";
const ONCE = "is evaluated once, but reads what its function is called with for each row";

cases("what is evaluated once, and rows", [
  [`let f = ${ABOVE}; ${ROWS} | extend c = f(x)`, [`PKT2902 \`toscalar\` ${ONCE}`]],
  [`let f = ${ABOVE}; ${ROWS} | extend c = f(strlen(tostring(x)))`, [`PKT2902 \`toscalar\` ${ONCE}`]],
  [
    `let f = (m:long) { let k = m + 1; let g = ${ABOVE}; g(k) }; ${ROWS} | where f(x) > 1`,
    [`PKT2902 \`toscalar\` ${ONCE}`],
  ],
  [
    `let f = (n:long) { let T = range y from 1 to n step 1; toscalar(T | count) }; ${ROWS} | extend c = f(x)`,
    [`PKT2902 \`toscalar\` ${ONCE}`],
  ],
  [
    `let f = (n:long) { n in ((print a = n)) }; ${ROWS} | extend c = f(x)`,
    [`PKT2902 a table that stands for a list ${ONCE}`],
  ],
  [
    `let f = (n:long) { range y from 1 to n step 1 }; ${ROWS} | where x in (f(x))`,
    ["PKT2901 the column `x` is not in these rows"],
  ],
  [`let f = ${ABOVE}; print f(4), f(4 + 1)`, [[6, 5]]],
  [`let f = ${ABOVE}; ${ROWS} | extend c = f(7 + 1) | where x == 1`, [[1, 2]]],
  [`let f = (m:long) { let k = m + 1; let g = ${ABOVE}; g(k) }; print f(4 + 1)`, [[4]]],
  [`let f = (n:long) { n + toscalar(print 10) }; ${ROWS} | where f(x) > 12`, [[3]]],
  [`let f = ${ABOVE}; ${ROWS} | partition by x { print c = f(x + 0) }`, [[9], [8], [7]]],
]);
