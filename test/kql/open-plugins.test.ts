/** Plugins whose columns only the rows tell: the query is bound again with them, and what it answers has the places of the query as written. */

import { describe, expect, test } from "vitest";
import { sourceText, span } from "../../src/diagnostics";
import { type BindRequest, bind } from "../../src/kql/bind";
import { withDeclared } from "../../src/kql/declared-columns";
import { runBound } from "../../src/operations/query";
import { NOW } from "./run-program";

function run(text: string, functions: BindRequest["functions"] = []) {
  const source = sourceText("query", text);
  const request = { text, functions };
  const placed = (start: number, end: number) => span(source, start, end);
  return runBound(bind(request), { request, placed, world: { now: NOW, elapsedSeconds: () => 0 } });
}

/** Columns and cells, or code, place and message of what stands in the way. */
function answered(text: string, functions?: BindRequest["functions"]): unknown {
  const ran = run(text, functions);
  if ("cells" in ran) return { columns: ran.columns.map(({ name, type }) => `${name}:${type}`), cells: ran.cells };
  return ran.diagnostics.map(
    ({ code, message, at }) => `${code} ${at ? text.slice(at.start, at.end) : ""}: ${message}`,
  );
}

const bags = "datatable(id:long, d:dynamic)[1, dynamic({'b': 2, 'a': 'x'}), 2, dynamic({'a': 'y'})]";

describe("bag_unpack", () => {
  test.each([
    [
      `${bags} | evaluate bag_unpack(d)`,
      ["id:long", "a:string", "b:long"],
      [
        [1, "x", 2],
        [2, "y", null],
      ],
    ],
    [
      `${bags} | evaluate bag_unpack(d, 'p_') | where p_b > 1 | project p_a, n = p_b + 1`,
      ["p_a:string", "n:long"],
      [["x", 3]],
    ],
    [
      `${bags} | evaluate bag_unpack(d, ignoredProperties=dynamic(['a'])) | where id == 1`,
      ["id:long", "b:long"],
      [[1, 2]],
    ],
    [
      "datatable(d:dynamic)[dynamic({'b': 2}), dynamic({'b': 'x'})] | evaluate bag_unpack(d) | extend z = 1",
      ["b:dynamic", "z:long"],
      [
        [2, 1],
        ["x", 1],
      ],
    ],
    [
      "datatable(b:string, d:dynamic)['o', dynamic({'b': 2})] | evaluate bag_unpack(d, columnsConflict='replace_source')",
      ["b:long"],
      [[2]],
    ],
    [
      "datatable(id:long, b:string, d:dynamic)[7, 'o', dynamic({'b': 2, 'a': 1})] | evaluate bag_unpack(d, columnsConflict='keep_source')",
      ["id:long", "a:long", "b:string"],
      [[7, 1, "o"]],
    ],
    [
      `let A = ${bags} | evaluate bag_unpack(d); A | join kind=inner (${bags} | evaluate bag_unpack(d, 'r_')) on id | project id, b, r_a`,
      ["id:long", "b:long", "r_a:string"],
      [
        [1, 2, "x"],
        [2, null, "y"],
      ],
    ],
    ["datatable(id:long, d:dynamic)[] | evaluate bag_unpack(d)", ["id:long"], []],
    [
      "datatable(id:long, d:dynamic)[1, dynamic({'b': 2, 'a': 'x'}), 2, dynamic(null)] | evaluate bag_unpack(d)",
      ["id:long", "a:string", "b:long"],
      [
        [1, "x", 2],
        [2, "", null],
      ],
    ],
    [
      `let U = () { ${bags} | evaluate bag_unpack(d) }; union U, U() | where b > 1`,
      ["id:long", "a:string", "b:long"],
      [
        [1, "x", 2],
        [1, "x", 2],
      ],
    ],
    [
      "let f = (T:(d:dynamic), s:string) { let p = toupper(s); T | extend q = p | evaluate bag_unpack(d) | where a == q }; datatable(d:dynamic)[dynamic({'a': 'X'})] | invoke f(tolower('x'))",
      ["q:string", "a:string"],
      [["X", "X"]],
    ],
    [
      "datatable(id:long, l:dynamic)[1, dynamic([{'k': 'a'}])] | mv-apply l on (where true) | evaluate bag_unpack(l)",
      ["id:long", "k:string"],
      [[1, "a"]],
    ],
  ])("%s", (query, columns, cells) => expect(answered(query)).toEqual({ columns, cells }));

  test.each([
    [
      "datatable(b:string, d:dynamic)['o', dynamic({'b': 2})] | evaluate bag_unpack(d)",
      ["PKT2905 bag_unpack(d): `bag_unpack` gives the column `b` a second time"],
    ],
    [
      "datatable(d:dynamic)[dynamic([1])] | evaluate bag_unpack(d)",
      ["PKT2901 bag_unpack(d): `bag_unpack` of what is no bag is not evaluated"],
    ],
    [
      `${bags} | evaluate bag_unpack(d) | project nowhere`,
      ["PKT2006 nowhere: the name `nowhere` does not refer to any known column, table, variable or function"],
    ],
    [
      `let f = (n:long) { ${bags} | where id == n | evaluate bag_unpack(d) | evaluate bag_unpack(a) }; f(1)`,
      ["PKT2901 bag_unpack(a): the plugin `bag_unpack`: what is unpacked must be a dynamic column"],
    ],
    [
      `let f = (n:long) { ${bags} | where id == n | evaluate bag_unpack(d) }; union f(1), f(2)`,
      [
        "PKT2901 bag_unpack(d): the plugin `bag_unpack`: in a function that is called more than once it is evaluated with declared columns only: `: (a:long)` behind the call",
      ],
    ],
    [
      "datatable(l:dynamic)[dynamic([{'k': 'a'}])] | mv-apply l on (evaluate bag_unpack(l))",
      [
        "PKT2901 bag_unpack(l): the plugin `bag_unpack`: in a subquery it is evaluated with declared columns only: `: (a:long)` behind the call",
      ],
    ],
  ])("%s", (query, problems) => expect(answered(query)).toEqual(problems));
});

const events = "datatable(event:string, place:string, n:long)['wind', 'a', 1, 'wind', 'b', 2, 'rain', 'a', 3]";

describe("pivot", () => {
  test.each([
    [
      `${events} | evaluate pivot(place, sum(n)) | project a, event, b`,
      ["a:long", "event:string", "b:long"],
      [
        [1, "wind", 2],
        [3, "rain", 0],
      ],
    ],
    [
      `${events} | summarize count() by place | evaluate pivot(place, sum(count_)) | project a, b`,
      ["a:long", "b:long"],
      [[2, 1]],
    ],
    [
      "datatable(code:long)[1, 2, 2] | evaluate pivot(code) | extend c = column_ifexists('3', 0) | project ['2'], c",
      ["2:long", "c:long"],
      [[2, 0]],
    ],
    [
      `let P = ${events} | evaluate pivot(place, dcount(n)); P | join kind=inner (P | project event, a) on event | union (print b = 7) | summarize sum(b), sum(a1)`,
      ["sum_b:long", "sum_a1:long"],
      [[8, 2]],
    ],
    [`${events} | where n > 9 | evaluate pivot(place, sum(n))`, ["event:string"], []],
    [`${events} | where n == 2 | evaluate pivot(place, sum(n))`, ["event:string", "b:long"], [["wind", 2]]],
    [
      `${events} | where event == 'wind' | evaluate pivot(place, make_list(n), event) | project a`,
      ["a:dynamic"],
      [[[1]]],
    ],
  ])("%s", (query, columns, cells) => expect(answered(query)).toEqual({ columns, cells }));

  const order =
    "the order of the columns that the plugin makes is not documented: it is evaluated where a later step names them, such as `project`, or where they are declared behind it";
  test.each([
    [`${events} | evaluate pivot(place, sum(n))`, `sum(n)): ${order}`],
    [`${events} | evaluate pivot(place, sum(n)) | getschema | count`, `sum(n)): ${order}`],
    [`print toscalar(${events} | evaluate pivot(place, sum(n)))`, `sum(n)): ${order}`],
    [
      `${events} | evaluate pivot(place, max(n)) | project a, b`,
      "max(n): `pivot` with `max` over no rows is not evaluated",
    ],
    [
      `${events} | extend place = iff(n > 2, '', place) | evaluate pivot(place, sum(n)) | project a`,
      "pivot(place, sum(n)): `pivot` of a value that is empty or null is not evaluated",
    ],
    [
      `${events} | extend place = strcat(place, ':') | evaluate pivot(place, sum(n)) | project event`,
      "pivot(place, sum(n)): `pivot` of the value `a:`, which is no name of a column, is not evaluated",
    ],
    [
      `${events} | extend place = 'event' | evaluate pivot(place) | project event`,
      "pivot(place): `pivot` of a value that is also the name of the column `event` is not evaluated",
    ],
    [
      `${events} | project place | where place == 'c' | evaluate pivot(place) | count`,
      "pivot(place): `pivot` of no rows without other columns is not evaluated",
    ],
    [
      `${events} | evaluate pivot(place, sum(n)) : (event:string, a:long, c:long)`,
      "pivot(place, sum(n)): `pivot` with a declared column for a value that no row has (`c`) is not evaluated",
    ],
    [
      `${events} | evaluate pivot(place, sum(n)) : (a:long)`,
      "pivot(place, sum(n)): the plugin `pivot`: `event` is not among the declared columns",
    ],
    [
      `${events} | evaluate pivot(place, sum(n)) : (event:string, a:real)`,
      "pivot(place, sum(n)): the plugin `pivot`: `a` is declared as real, but is long",
    ],
    [
      `${events} | evaluate pivot(place, countif(n > 1))`,
      "pivot(place, countif(n > 1)): the plugin `pivot`: this aggregate is not evaluated",
    ],
    [
      `${events} | evaluate pivot(place, sum(n + 1))`,
      "pivot(place, sum(n + 1)): the plugin `pivot`: an aggregate of more than a column is evaluated where the columns that stay are named",
    ],
    [
      `${events} | extend d = dynamic(1) | evaluate pivot(place)`,
      "pivot(place): the plugin `pivot`: a column that stays and is dynamic is not evaluated",
    ],
    [
      `${events} | extend t = now() | evaluate pivot(t)`,
      "pivot(t): the plugin `pivot`: what is pivoted must be a column of texts or integers",
    ],
  ])("%s", (query, problem) => expect(answered(query)).toEqual([expect.stringContaining(problem)]));
});

describe("in functions of the workspace", () => {
  const twice = `${bags} | where id <= n | evaluate bag_unpack(d) | extend e = dynamic({'z': 1}) | evaluate bag_unpack(e)`;
  test.each([
    ["as written", twice],
    ["in braces", `  {\n ${twice} }`],
    ["in a function of its own", `let own = (m: long) { ${twice.replace("<= n", "<= m")} };\nown(n)`],
  ])("%s", (_, body) => {
    const functions = [{ name: "Unpacked", parameters: "(n: long)", body }];
    expect(answered("Unpacked(1) | where z == 1 | project id, a, b", functions)).toEqual({
      columns: ["id:long", "a:string", "b:long"],
      cells: [[1, "x", 2]],
    });
  });

  test("called with other rows each time", () => {
    const functions = [{ name: "Unpacked", parameters: "(n: long)", body: twice }];
    expect(answered("union Unpacked(1), Unpacked(2)", functions)).toEqual([
      expect.stringContaining(
        "PKT2901 Unpacked(2): the plugin `bag_unpack`: in a function that is called more than once",
      ),
    ]);
  });
});

test("what a column is that the rows do not give", () => {
  const [found] = run(`${bags} | evaluate bag_unpack(d) | project nowhere`).diagnostics;
  expect([found?.code, found?.help]).toEqual([
    "PKT2006",
    "Microsoft's code is KS142; the columns behind the plugin are those that its rows give: id, a, b; declare the others behind it, or read them by `column_ifexists`",
  ]);
});

test("offsets of a text with declared columns lead back to the query", () => {
  const { text, original } = withDeclared("ab|cd", [{ at: 2, columns: [{ name: "x y", type: "long" }] }]);
  expect(text).toBe('ab : (["x y"]:long)|cd');
  const places = [0, 2, 5, text.indexOf("|"), text.indexOf("c"), text.length];
  expect(places.map(original)).toEqual([0, 2, 2, 2, 3, 5]);
});
