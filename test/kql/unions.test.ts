/** Unions: patterns, tables that nobody knows, inner ones, and columns of one name and several types. */

import { cases } from "./query-cases";

cases("patterns that find views", [
  ["let Zq_1 = view () { print x = 1 }; let Zq_2 = () { print x = 2 }; union Zq*", [[1]]],
  [
    "let Zq_1 = view () { print x = 1 }; let Zq_2 = view () { print y = 'a' }; union withsource=S Zq*",
    [
      ["Zq_1", 1, ""],
      ["Zq_2", null, "a"],
    ],
  ],
  ["let Zq_1 = view () { print x = 1 }; union Zq* | count", [[1]]],
]);

cases("a fuzzy union with a table that nobody knows has the columns of the others", [
  ["union isfuzzy=true (print x = 1), (Nobody_CL | where x > 0)", [[1]]],
  ["union isfuzzy=true (print x = 1), (print x = 2), (Nobody_CL | where x > 0) | project x", [[1], [2]]],
  [
    "union isfuzzy=true (print x = 1), (print x = 'a'), (Nobody_CL | project x) | project x_long, x_string",
    [
      [1, ""],
      [null, "a"],
    ],
  ],
  [
    "union isfuzzy=true (print x = 1), (Nobody_CL | where y > 0) | project x",
    ["PKT2901 the columns that these expressions fill can't be told"],
  ],
]);

const INNER = "union kind=inner (datatable(a:long, b:long)[1, 2]), (datatable(a:long, c:long)[3, 4])";

cases("inner unions", [
  [INNER, [[1], [3]]],
  [`${INNER} | summarize sum(a)`, [[4]]],
  [`${INNER} | extend d = a`, ["PKT2901 the columns that these expressions fill can't be told"]],
  [`${INNER} | where b == 2`, ["PKT2901 the column `b` is not in these rows"]],
  [`${INNER} | project-away c`, ["PKT2901 the columns that are left can't be told"]],
  ["union kind=inner (print a = 1, b = 2), (print a = 'x', b = 3)", [[2], [3]]],
]);

cases("union of columns of one name and several types", [
  [
    "print x = 'a' | union (print x = 'b'), (print x = 1) | project x_string, x_long",
    [
      ["a", null],
      ["b", null],
      ["", 1],
    ],
  ],
  [
    "let T = datatable(x:string)['a']; let A = (T | extend k = 1); let B = (T | extend l = 2); union A, B, (T | extend x = dynamic([1])) | project x_string, x_dynamic, k, l",
    [
      ["a", null, 1, null],
      ["a", null, null, 2],
      ["", [1], null, null],
    ],
  ],
  [
    "union isfuzzy=true (print x = 1), (print x = 2), (print x = 'c'), (print x = 'd'), (print x = true) | project x_long, x_string, x_bool",
    [
      [1, "", null],
      [2, "", null],
      [null, "c", null],
      [null, "d", null],
      [null, "", true],
    ],
  ],
]);
