/** Operators by what they do to the order of rows, each with a step that shows it. */

/** By name of the operator, a step on rows with the columns `x` and `s`. */
export const STEPS: Readonly<Record<"makes" | "keeps" | "loses", Readonly<Record<string, string>>>> = {
  makes: {
    getschema: "getschema",
    serialize: "serialize",
    sort: "sort by x",
    top: "top 2 by x",
    "top-hitters": "top-hitters 2 of x",
  },
  keeps: {
    as: "as T",
    extend: "extend y = x",
    invoke: "invoke f()",
    "mv-apply": "mv-apply y = pack_array(1) on (take 1)",
    "mv-expand": "mv-expand y = pack_array(1)",
    parse: "parse s with 'a' y",
    "parse-kv": "parse-kv s as (y:string)",
    "parse-where": "parse-where s with 'a' y",
    project: "project x",
    "project-away": "project-away s",
    "project-keep": "project-keep s",
    "project-rename": "project-rename y = x",
    "project-reorder": "project-reorder s",
    sample: "sample 1",
    scan: "scan with (step a: true;)",
    take: "take 1",
    where: "where x > 0",
  },
  loses: {
    count: "count",
    distinct: "distinct x",
    evaluate: "evaluate narrow()",
    join: "join (print x = 1) on x",
    lookup: "lookup (print x = 1) on x",
    "make-series": "make-series count() on x from 0 to 2 step 1",
    partition: "partition by x (take 1)",
    "sample-distinct": "sample-distinct 1 of x",
    search: "search 'a'",
    summarize: "summarize count()",
    "top-nested": "top-nested 1 of x by count()",
    union: "union (print x = 1)",
  },
};

/** Of these nothing can be asked: the one stands at the end of a pipe, the other at its beginning. */
export const NOT_ASKED = ["find", "render"];
