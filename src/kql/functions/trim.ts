/** `trim`, `trim_start`, `trim_end`: one match of a regular expression is taken off at an end. */

import { regularExpression } from "../values/regular-expression";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";
import { patternReader } from "./regex";

function trimmer(site: CallSite, isStart: boolean, isEnd: boolean): (pattern: string, text: string) => string {
  const [constant] = site.constants;
  if (typeof constant === "string") {
    const compiled = regularExpression(constant);
    if (compiled.kind === "refused") site.refuse(compiled.refusal, compiled.message);
  }
  const read = patternReader(site);
  return (pattern, text) => {
    const first = isStart ? read(`^(?:${pattern})`).find(text, 0)?.[0] : undefined;
    const rest = first ? text.slice(first[1]) : text;
    const last = isEnd ? read(`(?:${pattern})$`).find(rest, 0)?.[0] : undefined;
    return last ? rest.slice(0, last[0]) : rest;
  };
}

const params = [
  { name: "regex", type: "string" },
  { name: "text", type: "string" },
] as const;

const trim = kqlFunction({
  name: "trim",
  source: `${page("trim-function")}, engine`,
  params,
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["trim('x', 'xxabcxx')", "'xabcx'"],
    [`trim(@"[^\\w]+", "--a b//")`, "'a b'"],
    ["trim('y', 'yyy')", "'y'"],
  ],
  prepare: (site) => trimmer(site, true, true),
});

const trimStart = kqlFunction({
  name: "trim_start",
  source: `${page("trim-start-function")}, engine`,
  params,
  returns: "string",
  nulls: "sees nulls",
  examples: [["trim_start(' ', '  a ')", "' a '"]],
  prepare: (site) => trimmer(site, true, false),
});

const trimEnd = kqlFunction({
  name: "trim_end",
  source: `${page("trim-end-function")}, engine`,
  params,
  returns: "string",
  nulls: "sees nulls",
  examples: [["trim_end(' ', ' a  ')", "' a '"]],
  prepare: (site) => trimmer(site, false, true),
});

export const trimFunctions: readonly KqlFunction[] = [trim, trimStart, trimEnd];
