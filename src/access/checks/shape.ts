/** What can be wrong with the shape of a definition: keys, types and enumeration values. */

import type { CheckInfo } from "../../diagnostics";
import { policyExample } from "./example";

const source = "https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy, read 2026-11-23";

const wrongType: CheckInfo = {
  code: "PKT3001",
  severity: "error",
  title: "a value of the wrong type",
  why: "Graph refuses a policy in which a list is a text or a number is quoted. A part that can't be read is left out of every other check.",
  source,
  avoid: () => policyExample({ conditions: { users: { includeUsers: "All" } } }),
  prefer: () => policyExample({ conditions: { users: { includeUsers: ["All"] } } }),
  nearMiss: () => policyExample({ conditions: { users: { includeUsers: ["All"], includeGroups: null } } }),
};

const unknownKey: CheckInfo = {
  code: "PKT3002",
  severity: "error",
  title: "a key that the shape does not have",
  why: "Graph refuses unknown properties. A slip of the pen in a condition would otherwise make a policy wider than it reads.",
  source,
  avoid: () => policyExample({ conditions: { platform: { includePlatforms: ["iOS"] } } }),
  prefer: () => policyExample({ conditions: { platforms: { includePlatforms: ["iOS"] } } }),
  nearMiss: () =>
    policyExample({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies/$entity",
    }),
};

const readOnlyKey: CheckInfo = {
  code: "PKT3003",
  severity: "info",
  title: "a key that only the service writes",
  why: "An exported policy carries dates and the id of the template it came from. They say nothing about what the policy does and are ignored.",
  source,
  avoid: () => policyExample({ createdDateTime: "2026-01-15T12:00:00Z" }),
  prefer: () => policyExample(),
  nearMiss: () => policyExample({ createdDateTime: null }),
};

const unknownValue: CheckInfo = {
  code: "PKT3004",
  severity: "error",
  title: "a value that the enumeration does not have",
  why: "Graph refuses values it does not know, among them `unknownFutureValue`, which clients use for values newer than themselves (error 1007).",
  source,
  avoid: () => policyExample({ conditions: { platforms: { includePlatforms: ["unknownFutureValue"] } } }),
  prefer: () => policyExample({ conditions: { platforms: { includePlatforms: ["linux"] } } }),
  nearMiss: () => policyExample({ conditions: { platforms: { includePlatforms: ["ios", "macos"] } } }),
};

const keyCase: CheckInfo = {
  code: "PKT3005",
  severity: "warning",
  title: "a key in another case than Graph's",
  why: "Graph reads keys in any case, other tools do not; the key is taken as the one it stands for.",
  source,
  avoid: () => policyExample({ SessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } } }),
  prefer: () => policyExample({ sessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } } }),
  nearMiss: () =>
    policyExample({
      conditions: { devices: { deviceFilter: { mode: "exclude", rule: "DEVICE.ISCOMPLIANT -EQ TRUE" } } },
    }),
};

export const shapeChecks = { wrongType, unknownKey, readOnlyKey, unknownValue, keyCase } as const;
