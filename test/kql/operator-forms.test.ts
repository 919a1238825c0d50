/** Forms of operators and aggregates: what each gives, and which are refused by name. */

import { describe, expect, test } from "vitest";
import { rowsOf } from "./run-bound-query";

const cases = (name: string, table: readonly (readonly [query: string, rows: unknown])[]) =>
  describe(name, () => {
    test.each(table)("%s", (query, rows) => expect(rowsOf(query)).toEqual(rows));
  });

cases("keys and values", [
  [
    "datatable(s:string)['\"x\";a=1'] | parse-kv s as (a:string) with (pair_delimiter=';', kv_delimiter='=', quote='\"') | project a",
    ["PKT2901 a text of `parse-kv` with a quoted text that is neither key nor value is not evaluated"],
  ],
  [
    "datatable(s:string)['a=x y b=1'] | parse-kv s as (a:string) with (pair_delimiter=' ', kv_delimiter='=', greedy=true) | project a",
    ["PKT2901 a text of `parse-kv` with `greedy` and keys that are not listed is not evaluated"],
  ],
  [
    "datatable(s:string)['a=x y b=1 z'] | parse-kv s as (a:string, b:string) with (pair_delimiter=' ', kv_delimiter='=', greedy=true) | project a, b",
    [["x y", "1 z"]],
  ],
  [
    String.raw`datatable(s:string)[@'a="x\y"'] | parse-kv s as (a:string) with (pair_delimiter=';', kv_delimiter='=', quote='"', escape='\\') | project a`,
    ["PKT2901 a text of `parse-kv` with an escape before neither quote nor escape is not evaluated"],
  ],
  [
    String.raw`datatable(s:string)[@'a="x\"y"'] | parse-kv s as (a:string) with (pair_delimiter=';', kv_delimiter='=', quote='"', escape='\\') | project a`,
    [['x"y']],
  ],
  [
    "datatable(s:string)['a:b, c=d'] | parse-kv s as (a:string, c:string) with (quote='\"') | project a, c",
    [["b", "d"]],
  ],
  [
    "datatable(s:string)['a b'] | parse-kv s as (a:string, b:string) with (quote='\"') | project a, b",
    ["PKT2901 a text of `parse-kv` with a key that may be a value is not evaluated"],
  ],
  [
    "datatable(s:string)['x a'] | parse-kv s as (a:string) with (quote='\"') | project a",
    ["PKT2901 a text of `parse-kv` with a key that may be a value is not evaluated"],
  ],
]);

cases("parse", [
  [
    "print s = 'xk=1' | parse s with 'k=' a:long | project a",
    ["PKT2901 a text with more before or behind the pattern of `parse` (no `*` there) is not evaluated"],
  ],
  ["print s = 'xk=1' | parse s with * 'k=' a:long | project a", [[1]]],
  ["print s = 'k=1x' | parse s with 'k=' a:long | project a", [[null]]],
  [
    "print s = 'k=1;x' | parse s with 'k=' a:long ';' | project a",
    ["PKT2901 a text with more before or behind the pattern of `parse` (no `*` there) is not evaluated"],
  ],
  ["print s = 'k=1;x' | parse s with 'k=' a:long ';' * | project a", [[1]]],
  ["print s = 'a' | parse kind=relaxed s with 'b' n:long | project n", [[null]]],
  ["print s = 'n=x' | parse kind=relaxed s with 'n=' n:long | project n", [[null]]],
  ["print s = 'n=5;m=x' | parse kind=relaxed s with 'n=' n:long ';m=' m:long | project n, m", [[5, null]]],
  ["print s = 'n=5;m=x' | parse kind=simple s with 'n=' n:long ';m=' m:long | project n, m", [[null, null]]],
]);

cases("series on an axis", [
  [
    "range x from 0 to 4 step 1 | make-series n = count() on x in range(1, 4, 2)",
    ["PKT2901 `in range` with a start that is no multiple of the step is not evaluated"],
  ],
  [
    "range x from 0 to 5 step 1 | make-series n = count() on x in range(0, 4, 2)",
    ["PKT2901 rows behind the end of `in range`, but in its last bin, are not evaluated"],
  ],
  [
    "range x from 0 to 4 step 1 | make-series n = count() on x in range(0, 3, 2)",
    [
      [
        [2, 2],
        [0, 2],
      ],
    ],
  ],
]);

cases("find", [
  [
    "let A = view () { print x = 1 }; let B = view () { print y = 1 }; find in (A, B) where x == 1",
    ["PKT2901 `find` over tables of different columns is evaluated with `project` only"],
  ],
  [
    "let A = view () { print x = 1 }; let B = view () { print y = 1 }; find in (A, B) where x == 1 project x, y",
    ["PKT2901 a condition of `find` on a column that not all tables have is not evaluated"],
  ],
  ["let A = view () { print x = 1 }; find in (A) where x == 1", [["A", 1]]],
]);

cases("tops", [
  ["datatable(a:string, v:real)['x', 1.5] | top-hitters 1 of a by v", [["x", 1.5]]],
  [
    "datatable(a:string, v:long)['x', 1] | top-nested 5 of a with others = 'rest' by sum(v)",
    ["PKT2901 `with others` where nothing is left out is not evaluated"],
  ],
  [
    "datatable(a:string, v:long)['x', 1, 'y', 2] | top-nested 1 of a with others = 'rest' by sum(v)",
    [
      ["y", 2],
      ["rest", 1],
    ],
  ],
  ["datatable(a:string, b:long)['x', 1, 'y', 2] | top-nested 1 of a by max(b) asc", [["x", 1]]],
  ["range x from 1 to 5 step 1 | sample-distinct 2 of x | count", [[2]]],
  ["datatable(x:long)[3, 1, 2] | top 2 by x asc", [[1], [2]]],
  ["datatable(x:long)[3, long(null), 2] | top 2 by x desc nulls first", [[null], [3]]],
]);

cases("partition, getschema", [
  [
    "datatable(k:long, v:long)[long(null), 1] | partition by k (top 1 by v)",
    ["PKT2901 `partition` by null is not evaluated"],
  ],
  ["datatable(k:long, v:long)[1, 1] | partition by k (extend z = v | summarize sum(z))", [[1]]],
  ["print a = true | getschema", ["PKT2901 `getschema` of a column of type bool or decimal is not evaluated"]],
  ["print a = decimal(1) | getschema", ["PKT2901 `getschema` of a column of type bool or decimal is not evaluated"]],
]);

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

cases("old names have limits of their own", [
  ["print l = range(1, 200) | mvexpand l | count", [[128]]],
  ["print l = range(1, 200) | mvexpand l limit 150 | count", [[150]]],
  ["print l = range(1, 200) | mv-expand l | count", [[200]]],
  ["print mvexpand_l = range(1, 200) | mv-expand mvexpand_l | count", [[200]]],
  [
    "range x from 1 to 200 step 1 | summarize a = make_set(x), b = makeset(x), c = makeset(x, 150), d = make_list(x), e = makelist(x), f = makelist(x, 150) | project array_length(a), array_length(b), array_length(c), array_length(d), array_length(e), array_length(f)",
    [[200, 128, 150, 200, 128, 150]],
  ],
]);

cases("inner unions", [
  [INNER, [[1], [3]]],
  [`${INNER} | summarize sum(a)`, [[4]]],
  [`${INNER} | extend d = a`, ["PKT2901 the columns that these expressions fill can't be told"]],
  [`${INNER} | where b == 2`, ["PKT2901 the column `b` is not in these rows"]],
  [`${INNER} | project-away c`, ["PKT2901 the columns that are left can't be told"]],
  ["union kind=inner (print a = 1, b = 2), (print a = 'x', b = 3)", [[2], [3]]],
]);

cases("options", [
  ...["query_now = datetime(2020-01-01)", "query_take_max_records = 1", "truncationmaxrecords = 1"].map(
    (option) =>
      [`set ${option}; print a = now()`, [`PKT2901 \`set ${option.split(" ")[0]}\` is not evaluated`]] as const,
  ),
  ["set notruncation; set query_bin_auto_size = 2; print bin_auto(5)", [[4]]],
]);

cases("aggregates", [
  [
    "datatable(x:long, p:long)[1, 50] | summarize percentile(x, p)",
    ["PKT2901 `percentile` is evaluated for constant percentages only"],
  ],
  [
    "datatable(x:long)[1] | summarize percentile(x, 101)",
    ["PKT2905 a percentage of `percentile` lies outside of 0 to 100"],
  ],
  ["datatable(x:long)[1, 2] | summarize percentile(x, 100), percentile(x, 0)", [[2, 1]]],
  [
    "datatable(x:string)['a'] | summarize percentile(x, 50)",
    ["PKT2902 `percentile` takes numbers and times, not string"],
  ],
  [
    "datatable(x:long)[1] | summarize percentile(x, -1)",
    ["PKT2901 `percentile` is evaluated for constant percentages only"],
  ],
  ["datatable(x:long)[] | summarize binary_all_and(x)", ["PKT2901 `binary_all_and` of no values is not evaluated"]],
  [
    "datatable(x:dynamic)[dynamic(null)] | summarize buildschema(x)",
    ["PKT2901 `buildschema` of nulls and of empty arrays and bags is not evaluated"],
  ],
  [
    "datatable(x:dynamic)[dynamic([])] | summarize buildschema(x)",
    ["PKT2901 `buildschema` of nulls and of empty arrays and bags is not evaluated"],
  ],
  [
    "datatable(x:dynamic)[dynamic({})] | summarize buildschema(x)",
    ["PKT2901 `buildschema` of nulls and of empty arrays and bags is not evaluated"],
  ],
  [
    "datatable(x:dynamic)[dynamic({'a': null})] | summarize buildschema(x)",
    ["PKT2901 `buildschema` of nulls and of empty arrays and bags is not evaluated"],
  ],
  [
    "datatable(x:dynamic)[dynamic([[1]]), dynamic([['a']])] | summarize buildschema(x)",
    [[{ "`indexer`": { "`indexer`": ["long", "string"] } }]],
  ],
]);

cases("lookups of addresses", [
  [
    "let T = datatable(net:string, n:string)['192.0.2.0/24', 'x']; datatable(ip:string)['192.0.2.7/32'] | evaluate ipv4_lookup(T, ip, net)",
    [["192.0.2.7/32", "192.0.2.0/24", "x"]],
  ],
  [
    "let T = datatable(net:string, n:string)['192.0.2.0/24', 'x', '192.0.0.0/16', 'y']; datatable(ip:string)['192.0.2.7', '192.0.9.9'] | evaluate ipv4_lookup(T, ip, net)",
    [
      ["192.0.2.7", "192.0.2.0/24", "x"],
      ["192.0.2.7", "192.0.0.0/16", "y"],
      ["192.0.9.9", "192.0.0.0/16", "y"],
    ],
  ],
  [
    "let T = datatable(net:string, n:string)['192.0.2.0/24', 'x']; datatable(ip:string)['192.0.2.7', 'no'] | evaluate ipv4_lookup(T, ip, net, return_unmatched = true)",
    [
      ["192.0.2.7", "192.0.2.0/24", "x"],
      ["no", "", ""],
    ],
  ],
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

cases("sort", [
  ["datatable(x:long)[3, long(null), 2] | sort by x asc", [[null], [2], [3]]],
  ["datatable(x:long)[3, long(null), 2] | sort by x asc nulls last", [[2], [3], [null]]],
  ["datatable(s:string)['b', '', 'a'] | sort by s asc", [[""], ["a"], ["b"]]],
  ["datatable(x:real)[1.5, real(nan), real(null), -1] | sort by x asc", [[null], ["NaN"], [-1], [1.5]]],
  ["datatable(x:real)[1.5, real(nan), real(null), -1] | sort by x desc", [[1.5], [-1], ["NaN"], [null]]],
]);

cases("members of arrays and bags as rows", [
  [
    "print a = 1, d = dynamic([1]) | mv-apply d on (extend a = 2)",
    ["PKT2901 a subquery of `mv-apply` that changes an outer column is not evaluated"],
  ],
  ["print x = dynamic([1, 'a', null]) | mv-expand x | project t = gettype(x)", [["long"], ["string"], ["null"]]],
  ["print x = dynamic({'a': 1, 'b': 2}) | mv-expand x", [[{ a: 1 }], [{ b: 2 }]]],
  ["print x = dynamic({'a': 1, 'b': 2}) | mv-expand kind=array x", [[["a", 1]], [["b", 2]]]],
  [
    "print x = dynamic([1, 2]), y = dynamic(['a']) | mv-expand x, y",
    [
      [1, "a"],
      [2, null],
    ],
  ],
  [
    "print x = dynamic([1, 2]) | mv-expand with_itemindex=i x",
    [
      [1, 0],
      [2, 1],
    ],
  ],
  [
    "print x = dynamic([1, 2]), b = 'y' | mv-expand todynamic(x)",
    [
      [1, "y"],
      [2, "y"],
    ],
  ],
  [
    "print x = '[1, 2]', b = 'y' | mv-expand parse_json(x) | extend c = x",
    [
      [1, "y", 1],
      [2, "y", 2],
    ],
  ],
  ["print x = dynamic({'k': [1, 2]}) | mv-apply x.k on (where x_k > 1)", [[{ k: [1, 2] }, 2]]],
  [
    "print x = dynamic([1, 2]) | mv-apply todynamic(x) on (where x > 1)",
    ["PKT2901 this form of `mv-apply` is not evaluated"],
  ],
  ["print x = dynamic([]) | mv-expand x", []],
  ["print x = dynamic(null) | mv-expand x", [[null]]],
  ["print x = dynamic(5) | mv-expand x", [[5]]],
  ["print x = dynamic([1, 2, 3]) | mv-expand x limit 2", [[1], [2]]],
  ["print x = dynamic(['1', 'b']) | mv-expand x to typeof(long)", [[1], [null]]],
]);
