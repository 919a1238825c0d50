/** What can be wrong with a question to the room: a sign-in, a directory or a claim that can't be read. */

import type { CheckInfo } from "../../diagnostics";

const source = "picket, docs/batch.md";

const signInValue: CheckInfo = {
  code: "PKT3010",
  severity: "error",
  title: "a sign-in with a value that no sign-in has",
  why: "A sign-in that is not read as it was meant would get the answer to another question.",
  source,
  avoid: `{ "identity": { "type": "user", "id": "nina" }, "resource": { "appId": "mail" }, "clientAppType": "phone" }`,
  prefer: `{ "identity": { "type": "user", "id": "nina" }, "resource": { "appId": "mail" }, "clientAppType": "browser" }`,
};

const unknownLocation: CheckInfo = {
  code: "PKT3011",
  severity: "error",
  title: "a policy names a location that the directory does not define",
  why: "Whether a sign-in comes from a location can't be told without its ranges or countries; Graph refuses such a reference with error 1040.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccesslocations, read 2026-11-23",
  avoid: `{ "policies": [{ "conditions": { "locations": { "includeLocations": ["10ca0000-0000-4000-8000-000000000030"] } } }], "directory": {} }`,
  prefer: `{ "policies": [{ "conditions": { "locations": { "includeLocations": ["AllTrusted"] } } }], "directory": {} }`,
};

const notEvaluated: CheckInfo = {
  code: "PKT3012",
  severity: "error",
  title: "a part of a policy that picket does not evaluate",
  why: "What is legal but not documented well enough to predict is refused by name. A guess here would be a false promise.",
  source: "picket",
  avoid: `{ "grantControls": { "builtInControls": ["mfa", "compliantDevice"] } }`,
  prefer: `{ "grantControls": { "operator": "OR", "builtInControls": ["mfa", "compliantDevice"] } }`,
};

const notDocumented: CheckInfo = {
  code: "PKT3013",
  severity: "warning",
  title: "an answer that rests on an assumption",
  why: "Microsoft's pages do not say what happens here. The answer takes the reading that is named, so that it can be judged.",
  source: "picket",
  avoid: `two policies with different sign-in frequencies for one sign-in`,
  prefer: `one sign-in frequency for each sign-in`,
};

const question: CheckInfo = {
  code: "PKT3014",
  severity: "error",
  title: "a claim that can't be read",
  why: "A proof answers one of a fixed set of questions; one that is not read as it was meant would prove something else.",
  source,
  avoid: `{ "kind": "neverBlokced", "subject": "nina" }`,
  prefer: `{ "kind": "neverBlocked", "subject": "nina" }`,
};

const limit: CheckInfo = {
  code: "PKT3015",
  severity: "error",
  title: "a question that is too large",
  why: "Every proof is complete or not given at all; a bound on the work keeps one question from taking the machine.",
  source: "picket",
  avoid: `a device filter with more than ten contains operators on one attribute`,
  prefer: `the same as several in operators`,
};

export const requestChecks = { signInValue, unknownLocation, notEvaluated, notDocumented, question, limit } as const;
