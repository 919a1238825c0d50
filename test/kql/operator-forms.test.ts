/** Forms of operators and aggregates: what each gives, and which are refused by name. */

import { cases } from "./query-cases";

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
