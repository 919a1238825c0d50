/** `iff`, `case`, `coalesce`: only the branch that is chosen is evaluated. */

import type { Evaluate } from "../execute/run";
import type { TypeName } from "../values/type-name";
import { type KqlFunction, kqlFunction, page, type Returns } from "./definition";

/** Branches of different types are refused by the engine, even a long beside a real; a dynamic one takes any. */
function oneType(types: readonly TypeName[], name: string): ReturnType<Exclude<Returns, TypeName>> {
  const [first = "dynamic"] = types;
  const other = types.find((type) => type !== first);
  if (other === undefined) return first;
  if (types.includes("dynamic")) return "dynamic";
  const integers = types.every((type) => type === "int" || type === "long");
  return integers ? "long" : { problem: `the values of \`${name}\` have different types: ${first} and ${other}` };
}

const iff = kqlFunction({
  name: "iff",
  aliases: ["iif"],
  source: `${page("iff-function")}, engine`,
  params: [
    { name: "if", type: "bool" },
    { name: "then", type: "any" },
    { name: "else", type: "any" },
  ],
  returns: (types) => oneType(types.slice(1), "iff"),
  nulls: "sees nulls",
  examples: [
    ["iff(1 < 2, 'a', 'b')", "'a'"],
    ["iff(bool(null), 1, 2)", "2"],
  ],
  compile: ([condition, then, otherwise]) => {
    if (!condition || !then || !otherwise) return () => null;
    return (row, run) => (condition(row, run) === true ? then(row, run) : otherwise(row, run));
  },
});

const caseFunction = kqlFunction({
  name: "case",
  source: page("case-function"),
  params: [
    { name: "if", type: "bool" },
    { name: "then", type: "any" },
    { name: "more", type: "any", repeats: true },
  ],
  returns: (types) =>
    oneType(
      types.filter((_, index) => index % 2 === 1 || index === types.length - 1),
      "case",
    ),
  nulls: "sees nulls",
  examples: [["case(false, 'a', true, 'b', 'c')", "'b'"]],
  compile: (args) => {
    const otherwise = args.at(-1);
    const branches: (readonly [Evaluate, Evaluate])[] = [];
    for (let index = 0; index + 1 < args.length; index += 2) {
      branches.push([args[index] as Evaluate, args[index + 1] as Evaluate]);
    }
    return (row, run) => {
      for (const [condition, then] of branches) if (condition(row, run) === true) return then(row, run);
      return otherwise ? otherwise(row, run) : null;
    };
  },
});

const coalesce = kqlFunction({
  name: "coalesce",
  source: page("coalesce-function"),
  params: [
    { name: "first", type: "any" },
    { name: "more", type: "any", repeats: true },
  ],
  returns: (types) => oneType(types, "coalesce"),
  nulls: "sees nulls",
  examples: [
    ["coalesce(long(null), 1)", "1"],
    ["coalesce('', 'a')", "'a'"],
  ],
  compile: (args, { type }) => {
    const none = type === "string" ? "" : null;
    return (row, run) => {
      for (const arg of args) {
        const value = arg(row, run);
        if (value !== null && value !== "") return value;
      }
      return none;
    };
  },
});

export const conditionalFunctions: readonly KqlFunction[] = [iff, caseFunction, coalesce];
