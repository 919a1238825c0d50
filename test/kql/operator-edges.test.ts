/** Edges of operators as data: no rows, nulls, ties, and what is refused by name. */

import { describe, expect, test } from "vitest";
import { rowsOf } from "./run-bound-query";

const cases = (name: string, table: readonly (readonly [query: string, rows: unknown])[]) =>
  describe(name, () => {
    test.each(table)("%s", (query, rows) => expect(rowsOf(query)).toEqual(rows));
  });

cases("no rows", [
  ["datatable(k:long, t:long)[] | make-series count() on t from 0 to 3 step 1 by k", []],
  ["datatable(s:string)[] | search 'a'", []],
  ["datatable(s:string)[] | parse kind=regex s with a '-' b", []],
  ["datatable(s:string)[] | parse-kv s as (a:long) with (pair_delimiter=';', kv_delimiter='=')", []],
  ["datatable(x:long)[] | serialize | scan with (step a: true;)", []],
  ["datatable(a:string)[] | top-nested of a by count()", []],
  ["datatable(a:string)[] | top-hitters 2 of a", []],
  ["datatable(a:string)[] | partition by a (count)", []],
  ["datatable(a:string)[] | evaluate narrow()", []],
  ["datatable(a:string, b:string)[] | evaluate pivot(b) : (a:string, x:long)", []],
  ["datatable(a:long)[] | getschema", [["a", 0, "System.Int64", "long"]]],
  ["datatable(x:long)[] | summarize percentile(x, 50), covariance(x, x), avg(x)", [[null, 0, "NaN"]]],
  ["datatable(k:long, x:long)[] | summarize percentile(x, 50) by k", []],
]);

cases("nulls", [
  [
    "datatable(t:long)[1, long(null)] | make-series n = count() on t from 0 to 2 step 1",
    [
      [
        [0, 1],
        [0, 1],
      ],
    ],
  ],
  ["datatable(x:long)[1, long(null), 3] | summarize percentiles_array(x, 50, 100)", [[[1, 3]]]],
  ["datatable(x:real, y:real)[1, 2, real(null), 9, 3, 6] | summarize covariance(x, y)", [[4]]],
  [
    "datatable(s:string)['', 'a=1'] | parse-kv s as (a:long) with (pair_delimiter=';', kv_delimiter='=') | project a",
    [[null], [1]],
  ],
  ["datatable(k:string, v:long)['a', long(null), 'b', 1] | top-nested 1 of k by max(v)", [["b", 1]]],
]);

cases("series", [
  [
    "range x from 0 to 5 step 1 | make-series s = sum(x) on x step 2",
    [
      [
        [1, 5, 9],
        [0, 2, 4],
      ],
    ],
  ],
  [
    "datatable(t:real)[0.5, 1.75] | make-series n = count() on t from 0.5 to 2.0 step 0.5",
    [
      [
        [1, 0, 1],
        [0.5, 1, 1.5],
      ],
    ],
  ],
  [
    "datatable(t:timespan)[1h, 3h] | make-series n = count() default = long(null) on t from 0h to 4h step 1h",
    [
      [
        [null, 1, null, 1],
        ["00:00:00", "01:00:00", "02:00:00", "03:00:00"],
      ],
    ],
  ],
  [
    "range x from 0 to 4 step 1 | make-series n = count() on x in range(0, 4, 2)",
    [
      [
        [2, 2, 1],
        [0, 2, 4],
      ],
    ],
  ],
  [
    "range x from 0 to 3 step 1 | make-series a = sum(x) / count() on x from 0 to 4 step 2",
    [
      [
        [0, 2],
        [0, 2],
      ],
    ],
  ],
]);

cases("filters and the choice of innerunique", [
  [
    "let L = datatable(k:long, a:string)[1, 'x', 1, 'y']; let J = L | join (datatable(k:long)[1]) on k; J | project k, b = a | where b == 'y'",
    [[1, "y"]],
  ],
  [
    "datatable(k:long, a:string)[1, 'x', 1, 'y'] | join (datatable(k:long)[1]) on k | where a != 'z' | project a",
    [["x"]],
  ],
  [
    "datatable(k:long, a:string)[1, 'x', 1, 'y'] | join (datatable(k:long, b:long)[1, 5]) on k | where b == 5 | project a",
    [["x"]],
  ],
]);

const kv = (text: string, columns: string, pair = ";", more = "") =>
  `datatable(s:string)['${text}'] | parse-kv s as (${columns}) with (pair_delimiter='${pair}', kv_delimiter='='${more}) | project-away s`;
const quoted = `, quote='"'`;

cases("keys and values", [
  [kv("a=1;b=2", "a:long, b:long"), [[1, 2]]],
  [kv("a= b=1;c=2", "a:string, c:string"), [["b=1", "2"]]],
  [kv("a= 1 b=2", "a:string, b:string", " "), [["1", "2"]]],
  [kv("a= b", "a:string", " "), [["b"]]],
  [kv("a=b=c d=1", "a:string, d:string", " "), [["b=c", "1"]]],
  [kv("a=1;", "a:string"), [["1"]]],
  [kv("a=", "a:string"), [[""]]],
  [kv("a=1;;b=2", "a:string, b:string"), [["1", "2"]]],
  [kv("a=1; b", "a:string, b:string"), [["1", ""]]],
  [kv('a="x;y" ;b=2', "a:string, b:string", ";", quoted), [["x;y", "2"]]],
  [kv('a="x"', "a:string", ";", quoted), [["x"]]],
  [kv('a="x" ', "a:string", ";", quoted), [["x"]]],
  [kv(" a=1; a=2", "a:string"), [["1"]]],
  [kv("a= b=1 c=2", "a:string", " "), ["PKT2901 a text of `parse-kv` with a value that may be empty is not evaluated"]],
  [kv("c=2 a= b=1", "a:string", " "), ["PKT2901 a text of `parse-kv` with a value that may be empty is not evaluated"]],
  [
    kv('a="x" y;b=2', "a:string", ";", quoted),
    ["PKT2901 a text of `parse-kv` with something behind a closing quote is not evaluated"],
  ],
  [
    kv('a="x" y', "a:string", ";", quoted),
    ["PKT2901 a text of `parse-kv` with something behind a closing quote is not evaluated"],
  ],
]);

const regex = (text: string, pattern: string, flags = "") =>
  `datatable(s:string)['${text}'] | parse kind=regex${flags} s with ${pattern} | project-away s`;

cases("parts by a regular expression", [
  [regex("n=7;x", '"n=" n:int ";" t'), [[7, "x"]]],
  [regex("n=-7;x", '"n=" n:long ";" t'), [[-7, "x"]]],
  [regex("abb7-c", '"a(b|c)+" n:long "(-|_)" t'), [[7, "c"]]],
  [regex("n=1.5;", '"n=" n:real ";"'), [[1.5]]],
  [regex("A1", '"a" n:long', " flags=i"), [[1]]],
  [regex("A1", '"a" n:long'), [[null]]],
  [regex("a1", '"a" n:long', " flags=x"), ["PKT2901 the flags `x` of `parse` are not evaluated"]],
]);

cases("schemas of dynamic values", [
  [
    "datatable(x:dynamic)[dynamic(1.5), dynamic(true), dynamic(datetime(2026-01-01)), dynamic(1h), dynamic(guid(74be27de-1e4e-49d9-b579-fe0b331d3642))] | summarize buildschema(x)",
    [[["double", "bool", "datetime", "timespan", "guid"]]],
  ],
]);

cases("terms in all columns", [
  ["datatable(s:string, n:long)['a row', 1, 'b', 2] | where * !contains 'row' | project n", [[2]]],
  ["datatable(s:string, t:string)['a', 'b', 'c', 'd'] | where * has 'd' | project s", [["c"]]],
]);

cases("columns that may be there, by a constant name", [
  ["let n = 'a'; print a = 1 | extend x = column_ifexists(n, 5)", [[1, 1]]],
  ["let f = (T:(*), c:string) { T | extend x = column_ifexists(c, 5) }; f((print a = 1), 'a')", [[1, 1]]],
  ["let f = (T:(a:long), c:string) { T | extend x = column_ifexists(c, 5) }; f((print a = 1), 'b')", [[1, 5]]],
  ["let n = 'b'; print a = 1 | where not(iscolumnexists(n)) | project a", [[1]]],
  [
    "let n = 'a'; print a = 1 | project column_ifexists(n, 5)",
    ["PKT2901 the name that `column_ifexists` gives its column can't be told"],
  ],
  [
    "print a = 1 | extend x = column_ifexists(strcat('a', ''), 5)",
    ["PKT2901 `column_ifexists` is evaluated with a constant name only"],
  ],
]);

cases("rows in an order, as the page of serialize lists it", [
  ["print a = 1 | getschema | project r = row_number()", [[1]]],
  ["datatable(x:string)['a', 'a', 'b'] | top-hitters 1 of x | project x, r = row_number()", [["a", 1]]],
  ["let f = (p:double) { range x from 1 to 3 step 1 | summarize percentiles(x, p) }; f(50)", [[2]]],
]);

cases("bins that options of the query say", [
  [
    "set query_bin_auto_size=1h; set query_bin_auto_at=datetime(2017-01-01 00:05); print t = datetime(2017-01-01 01:04) | summarize count() by bin_auto(t)",
    [["2017-01-01T00:05:00.0000000Z", 1]],
  ],
  ["set query_bin_auto_size=3; datatable(x:long)[2, -1] | project bin_auto(x)", [[0], [-3]]],
  ["print bin_auto(5)", ["PKT2901 `bin_auto` is evaluated behind `set query_bin_auto_size` only"]],
]);

cases("parse into a column that is there already", [
  ["print a = 'x', s = 'k=x;' | parse s with 'k=' a ';' | project a", [["x"]]],
  ["datatable(a:string, s:string)[] | parse s with 'k=' a ';' | where a == 'x' | summarize count()", [[0]]],
  [
    "let T = print a = 'x', s = 'k=x;' | parse s with 'k=' a ';'; T | join kind=inner (T | summarize n = count() by s) on s | project a, n",
    [["x", 1]],
  ],
  [
    "let T = print a = 'x', s = 'k=x;' | parse s with 'k=' a ';'; T | join kind=inner (print a = 'y', s = 'k=x;') on s | project a1",
    ["PKT2901 names behind a `parse` into a column that is there already are not told here"],
  ],
  [
    "print a = 'x', s = 'k=y;' | parse s with 'k=' a ';' | project a",
    [
      "PKT2901 `parse` into a column that is there already is evaluated only where it reads what the column holds already",
    ],
  ],
  [
    "print a = 'x', s = 'k=x;' | parse s with 'k=' a ';'",
    ["PKT2901 `parse` into a column that is there already is evaluated only before a step that names its columns"],
  ],
  [
    "let T = print a = 'x', s = 'k=x;' | parse s with 'k=' a ';'; T | where toscalar(T) == 'x' | project a",
    ["PKT2901 `parse` into a column that is there already is evaluated only before a step that names its columns"],
  ],
  [
    "print a = 'x', s = 'k=x;' | parse s with 'k=' a ';' | extend b = a | extend a = strcat(a, '!') | project a, b",
    [["x!", "x"]],
  ],
  [
    "print a = 'x', s = 'k=x;' | parse s with 'k=' a ';' | project-rename q = a | extend b = 1 | project q, a1",
    ["PKT2901 the column `a1` is not in these rows"],
  ],
  [
    "print a = 'x', s = 'k=x;' | parse s with 'k=' a ';' | extend b = 1 | join kind=inner (print a = 'y', b = 1) on b | project a2",
    ["PKT2901 names behind a `parse` into a column that is there already are not told here"],
  ],
  [
    "print a = 1, s = 'k=x;' | parse s with 'k=' a ';' | project a",
    ["PKT2901 `parse` into a column of another type that is there already is not evaluated"],
  ],
]);

cases("values around", [
  ["range x from 1 to 3 step 1 | extend y = x * 0.5 | project prev(y, 2, 7)", [[7], [7], [0.5]]],
  ["range x from 1 to 3 step 1 | serialize | project next(x, 1, dynamic(9))", [[2], [3], [9]]],
  [
    "range x from 1 to 2 step 1 | serialize | project prev(x, 1, 'a')",
    ["PKT2901 `prev` of a long with a default that is a string is not evaluated"],
  ],
]);

cases("types of results", [
  [
    "datatable(i:int)[5, 6] | summarize a = binary_all_and(i), p = percentile(i, 50) | getschema | project ColumnName, ColumnType",
    [
      ["a", "int"],
      ["p", "long"],
    ],
  ],
  ["datatable(x:decimal)[1, 3.5] | summarize percentiles(x, 50, 99), percentiles_array(x, 99)", [[1, 3.5, ["3.5"]]]],
]);

cases("refused by name", [
  ["print -(dynamic(1.5))", ["PKT2901 the minus of a dynamic is not evaluated: convert it first"]],
  ["print -(now())", ["PKT2901 the minus of a datetime is not evaluated: convert it first"]],
  ...["1h + todynamic('1')", "todynamic('1') + 1h", "now() - todynamic('1')", "todynamic('1') - 1h"].map(
    (expression): [string, unknown] => [
      `print ${expression}`,
      [
        "PKT2901 a time beside a dynamic value is not evaluated: convert it, as in `todatetime(d.x)` or `totimespan(d.x)`",
      ],
    ],
  ),
  ["print t = now() | extend u = t / 1d", ["PKT2901 a datetime divided by a timespan is not evaluated"]],
  [
    "range x from 1 to 3 step 1 | top-hitters 2 of x",
    ["PKT2901 `top-hitters` with a tie for the last place is not evaluated"],
  ],
  [
    "datatable(a:string)['x', 'y'] | top-nested 1 of a by count()",
    ["PKT2901 `top-nested` with a tie for the last place is not evaluated"],
  ],
  [
    "datatable(s:string, n:long)['a', 7] | search '7'",
    ["PKT2901 a term that is found only in a column that is no text is not evaluated"],
  ],
  [
    "externaldata(a:string)['https://example.org/a.csv'] with (format='csv')",
    ["PKT2901 no content is given for the address `https://example.org/a.csv` of `externaldata`"],
  ],
  ["print a = 1 | evaluate python(typeof(*), 'x')", ["PKT2901 the plugin `python`: it is not evaluated"]],
  [
    "datatable(s:string)['x 5 y'] | parse kind=regex s with 'x ' n:long",
    [
      "PKT2901 how the engine reads this text by this pattern of `parse kind=regex` is not told, so it is not evaluated",
    ],
  ],
  [
    "datatable(s:string)['a=\"x'] | parse-kv s as (a:string) with (pair_delimiter=';', kv_delimiter='=', quote='\"')",
    ["PKT2901 a text of `parse-kv` with a quote that is not closed is not evaluated"],
  ],
  ["datatable(s:string, t:string)['a', 'b'] | where * !contains 'a'", ["PKT2901 `* !contains` is not evaluated"]],
  [
    "datatable(t:datetime)[datetime(2020-01-01)] | make-series n = max(t) on t step 1d",
    ["PKT2901 `make-series` of values that are no numbers is not evaluated"],
  ],
]);
