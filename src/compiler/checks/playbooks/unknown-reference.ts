/** A rule, group or watchlist that does not exist. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule, tenant } from "../example";
import { PLACE, stepPlaybook } from "./example";

export const unknownReference: CheckInfo = {
  code: "PKT5523",
  severity: "error",
  title: "a rule, group or watchlist that does not exist",
  why: "What a playbook names by its key has to be there, or it would act on the wrong incidents, or not at all.",
  source: "picket",
  avoid: documents(tenant(PLACE), rule(), stepPlaybook({ accounts: "accounts: { of: [bad-adress] }" })),
  prefer: documents(tenant(PLACE), rule(), stepPlaybook({ accounts: "accounts: { of: [bad-address] }" })),
  nearMiss: documents(
    tenant(PLACE),
    rule(),
    stepPlaybook({ guard: "guard: { exempt: [44444444-4444-4444-8444-444444444444] }" }),
  ),
};
