/** A sign-in that can't be read. */

import type { CheckInfo } from "../../diagnostics";

export const badSignIn: CheckInfo = {
  code: "PKT5425",
  severity: "error",
  title: "a sign-in that can't be read",
  why: "What a sign-in names has to be there, or the answer would be about another. `--sign-in` takes one as JSON, in the shape of docs/batch.md: what a failed claim prints.",
  source: "picket, docs/batch.md",
  avoid: `picket what-if --tenant sample --sign-in '{ "identity": "nina" }'`,
  prefer: `picket what-if --tenant sample --sign-in '{ "identity": { "type": "user", "id": "nina" }, "resource": { "appId": "00000002-0000-0ff1-ce00-000000000000" } }'`,
  nearMiss: `picket what-if --tenant sample --sign-in '{ "identity": { "type": "user", "id": "nina" }, "resource": { "userAction": "registerSecurityInformation" } }'`,
};
