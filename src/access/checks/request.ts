/** What can be wrong with a question to the room: a sign-in, a directory or a claim that can't be read. */

import { type CheckInfo, exampleJson } from "../../diagnostics";
import { policyExample } from "./example";

const source = "picket, docs/batch.md";

const LOCATION = "10ca0000-0000-4000-8000-000000000030";
const MAIL = "00000002-0000-0ff1-ce00-000000000000";

/** A question as `access.whatIf` takes it, with one policy unless others are given. */
const whatIf = ({ policies = [{}], directory = {}, signIn = {} }: WhatIfParts) =>
  questionOf(policies, directory, {
    signIn: { identity: { type: "user", id: "nina" }, resource: { appId: MAIL }, clientAppType: "browser", ...signIn },
  });

const prove = (question: object, policies: readonly Changes[] = [{}]) => questionOf(policies, {}, { question });

type Changes = Readonly<Record<string, unknown>>;

interface WhatIfParts {
  readonly policies?: readonly Changes[];
  readonly directory?: object;
  readonly signIn?: object;
}

function questionOf(policies: readonly Changes[], directory: object, asked: object): string {
  const listed = policies.map((changes, index) => ({
    id: `0a000000-0000-4000-8000-00000000000${index + 1}`,
    ...JSON.parse(policyExample(changes)),
  }));
  return exampleJson({ policies: listed, directory, ...asked });
}

const signInValue: CheckInfo = {
  code: "PKT3010",
  severity: "error",
  title: "a sign-in with a value that no sign-in has",
  why: "A sign-in that is not read as it was meant would get the answer to another question.",
  source,
  avoid: () => whatIf({ signIn: { clientAppType: "phone" } }),
  prefer: () => whatIf({}),
  nearMiss: () => whatIf({ signIn: { clientAppType: null, devicePlatform: "macOS", risk: { signIn: "none" } } }),
};

const unknownLocation: CheckInfo = {
  code: "PKT3011",
  severity: "error",
  title: "a policy names a location that the directory does not define",
  why: "Whether a sign-in comes from a location can't be told without its ranges or countries; Graph refuses such a reference with error 1040.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccesslocations, read 2026-11-23",
  avoid: () => whatIf({ policies: [fromLocation(LOCATION)] }),
  prefer: () => whatIf({ policies: [fromLocation(LOCATION)], directory: { namedLocations: [HEADQUARTERS] } }),
  nearMiss: () => whatIf({ policies: [fromLocation("AllTrusted")] }),
};

const fromLocation = (id: string) => ({
  conditions: { locations: { includeLocations: ["All"], excludeLocations: [id] } },
});

const HEADQUARTERS = {
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  id: LOCATION,
  displayName: "Headquarters",
  isTrusted: true,
  ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" }],
};

const notEvaluated: CheckInfo = {
  code: "PKT3012",
  severity: "error",
  title: "a part of a policy that picket does not evaluate",
  why: "What is legal but not documented well enough to predict is refused by name. A guess here would be a false promise.",
  source: "picket",
  avoid: () => whatIf({ policies: [{ grantControls: { builtInControls: ["mfa", "compliantDevice"] } }] }),
  prefer: () =>
    whatIf({ policies: [{ grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }] }),
  nearMiss: () => whatIf({ policies: [{ grantControls: { builtInControls: ["mfa"] } }] }),
};

const notDocumented: CheckInfo = {
  code: "PKT3013",
  severity: "warning",
  title: "an answer that rests on an assumption",
  why: "Microsoft's pages do not say what happens here. The answer takes the reading that is named, so that it can be judged.",
  source: "picket",
  avoid: () => whatIf({ policies: [signInEvery(4), signInEvery(12)] }),
  prefer: () => whatIf({ policies: [signInEvery(4), {}] }),
  nearMiss: () => whatIf({ policies: [signInEvery(4), signInEvery(4)] }),
};

const signInEvery = (hours: number) => ({
  sessionControls: {
    signInFrequency: { isEnabled: true, frequencyInterval: "timeBased", value: hours, type: "hours" },
  },
});

const question: CheckInfo = {
  code: "PKT3014",
  severity: "error",
  title: "a claim that can't be read",
  why: "A proof answers one of a fixed set of questions; one that is not read as it was meant would prove something else.",
  source,
  avoid: () => prove({ kind: "neverBlokced", subject: "nina" }),
  prefer: () => prove({ kind: "neverBlocked", subject: "nina" }),
  nearMiss: () => prove({ kind: "everySignInHas", sessionControl: "signInFrequency" }),
};

const limit: CheckInfo = {
  code: "PKT3015",
  severity: "error",
  title: "a question that is too large",
  why: "Every proof is complete or not given at all; a bound on the work keeps one question from taking the machine.",
  source: "picket",
  avoid: () => prove({ kind: "mfaAlways" }, [onModels("contains", 11)]),
  prefer: () => prove({ kind: "mfaAlways" }, [onModels("in", 11)]),
  nearMiss: () => prove({ kind: "mfaAlways" }, [onModels("contains", 10)]),
};

/** A filter that compares so many models, each on its own or all in a list. */
function onModels(operator: "contains" | "in", count: number): Changes {
  const models = Array.from({ length: count }, (_, index) => `"Lab ${String.fromCharCode(65 + index)}"`);
  const rule =
    operator === "in"
      ? `device.model -in [${models.join(", ")}]`
      : models.map((model) => `device.model -contains ${model}`).join(" -or ");
  return { conditions: { devices: { deviceFilter: { mode: "exclude", rule } } } };
}

export const requestChecks = { signInValue, unknownLocation, notEvaluated, notDocumented, question, limit } as const;
