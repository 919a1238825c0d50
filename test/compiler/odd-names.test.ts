/** Names that JSON pointers and objects of JavaScript could take for something else: a slash, and what every object inherits. */

import { expect, test } from "vitest";
import { checkDocuments } from "../../src/compiler";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";

const tenant = (lines: string) => `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
${lines}
`;

const rule = (parameters: string) => `key: bad-address
name: Sign-in from a bad address
severity: Medium
parameters: { ${parameters} }
query: SigninLogs | where ResultType == valueOf
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
`;

const INHERITED = 'valueOf: { type: string, default: "50126", description: a code }';

/** Errors, each with the text that it points at. */
function errorsIn(...texts: readonly string[]) {
  const text = texts.join("---\n");
  const read = readDocuments(sourceText("all.yaml", text));
  const found = checkDocuments(read.value, { now: "2026-01-15T12:00:00Z", purpose: "check", beside: () => undefined });
  return [...read.diagnostics, ...found]
    .filter(({ severity }) => severity === "error")
    .map(({ code, at }) => [code, at && text.slice(at.start, at.end)]);
}

test("a column with a slash is pointed at where an exception names it", () => {
  const exceptions = (range: string) =>
    `exceptions: [{ rule: bad-address, where: { "Source/IP": { cidr: [${range}] } }, owner: o, reason: r, until: 2027-01-01 }]`;
  expect(errorsIn(tenant(exceptions("nowhere")), rule(INHERITED))).toEqual([["PKT5231", "{ cidr: [nowhere] }"]]);
  expect(errorsIn(tenant(exceptions("192.0.2.0/24")), rule(INHERITED))).toEqual([]);
});

test("a parameter with a slash in its name is pointed at", () => {
  const wrong = '"a/b": { type: string, default: "50126", description: a code }';
  expect(errorsIn(rule(`${INHERITED}, ${wrong}`))).toEqual([["PKT5003", '"a/b"']]);
});

test("a parameter may have the name of what every object inherits", () => {
  const overrides = (values: string) => tenant(`overrides: { bad-address: { parameters: { ${values} } } }`);
  expect(errorsIn(tenant("stage: enforce"), rule(INHERITED))).toEqual([]);
  expect(errorsIn(overrides('valueOf: "50053"'), rule(INHERITED))).toEqual([]);
  expect(errorsIn(overrides('toString: "50053"'), rule(INHERITED))).toEqual([["PKT5212", '"50053"']]);
});
