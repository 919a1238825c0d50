/** Tables outside of the workspace are no unknown names: they are checked as far as they are known, and refused where rows are asked for. */

import { expect, test } from "vitest";
import { bind } from "../../src/kql/bind";

const told = (text: string) => {
  const { findings, refusals, isOpen, services = [] } = bind({ text });
  return {
    errors: findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`),
    refusals: refusals.map(({ message }) => message),
    isOpen,
    services: services.map(({ service, start, end }) => `${service} ${text.slice(start, end)}`),
  };
};

test.each([
  [
    'arg("").Resources | where type == "x"',
    ['`arg("").Resources`, a table of Azure Resource Graph, is not evaluated'],
    true,
  ],
  [
    'arg("").Resources | project name',
    ['`arg("").Resources`, a table of Azure Resource Graph, is not evaluated'],
    false,
  ],
  ["adx('a/b').T | where x > 1", ["`adx('a/b').T`, a table of Azure Data Explorer, is not evaluated"], true],
  ['app("a").requests | where x > 1', ['`app("a").requests`, a table of an application, is not evaluated'], true],
  [
    'workspace("a").Own_CL | where x > 1',
    ['`workspace("a").Own_CL`, a table of another workspace, is not evaluated'],
    true,
  ],
  ['resource("a").SigninLogs | count', ['`resource("a").SigninLogs`, a table of a resource, is not evaluated'], false],
])("%s", (text, refusals, isOpen) => {
  const path = /^\w+\(.*?\)\.\w+/.exec(text)?.[0] ?? "";
  expect(told(text)).toEqual({ errors: [], refusals, isOpen, services: [`${path.split("(")[0]} ${path}`] });
});

test("standard tables have their columns in other workspaces too", () => {
  expect(told('union SigninLogs, workspace("a").SigninLogs | where Nope == 1').errors).toEqual(["PKT2006 Nope"]);
});

test("a function of the query may have such a name", () => {
  expect(told("let arg = (x:long) { x + 1 }; print arg(1)")).toEqual({
    errors: [],
    refusals: [],
    isOpen: false,
    services: [],
  });
});
