/** `and`, `or`, `not`: three-valued; and what asks for null or emptiness. */

import type { Evaluate } from "../execute/run";
import { type KqlFunction, kqlFunction, page } from "./definition";

const two = [
  { name: "left", type: "bool" },
  { name: "right", type: "bool" },
] as const;

/** `decisive` ends it: false for `and`, true for `or`. */
function threeValued(decisive: boolean): (args: readonly Evaluate[]) => Evaluate {
  return ([left, right]) => {
    if (!left || !right) return () => null;
    return (row, run) => {
      const first = left(row, run);
      if (first === decisive) return decisive;
      const second = right(row, run);
      if (second === decisive) return decisive;
      return first === null || second === null ? null : !decisive;
    };
  };
}

const and = kqlFunction({
  name: "and",
  source: page("logical-operators"),
  params: two,
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["bool(null) and false", "false"],
    ["isnull(bool(null) and true)", "true"],
  ],
  compile: threeValued(false),
});

const or = kqlFunction({
  name: "or",
  source: page("logical-operators"),
  params: two,
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["bool(null) or true", "true"],
    ["isnull(bool(null) or false)", "true"],
  ],
  compile: threeValued(true),
});

const not = kqlFunction({
  name: "not",
  source: page("not-function"),
  params: [{ name: "value", type: "bool" }],
  returns: "bool",
  nulls: "null in, null out",
  examples: [["not(true)", "false"]],
  call: (value) => !value,
});

const any = [{ name: "value", type: "any" }] as const;

const isnull = kqlFunction({
  name: "isnull",
  source: `${page("isnull-function")}, engine`,
  params: any,
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["isnull(long(null))", "true"],
    ["isnull('')", "false"],
  ],
  call: (value) => value === null,
});

const isnotnull = kqlFunction({
  name: "isnotnull",
  aliases: ["notnull"],
  source: page("isnotnull-function"),
  params: any,
  returns: "bool",
  nulls: "sees nulls",
  examples: [["isnotnull(1)", "true"]],
  call: (value) => value !== null,
});

const isempty = kqlFunction({
  name: "isempty",
  source: page("isempty-function"),
  params: any,
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["isempty('')", "true"],
    ["isempty(long(null))", "true"],
    ["isempty(' ')", "false"],
  ],
  call: (value) => value === null || value === "",
});

const isnotempty = kqlFunction({
  name: "isnotempty",
  aliases: ["notempty"],
  source: page("isnotempty-function"),
  params: any,
  returns: "bool",
  nulls: "sees nulls",
  examples: [["isnotempty('a')", "true"]],
  call: (value) => value !== null && value !== "",
});

export const logicFunctions: readonly KqlFunction[] = [and, or, not, isnull, isnotnull, isempty, isnotempty];
