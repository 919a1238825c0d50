/** An old state that can't be compared with. */

import type { CheckInfo } from "../../diagnostics";

export const badState: CheckInfo = {
  code: "PKT9031",
  severity: "error",
  title: "an old state that can't be read",
  why: "A Plan is compared with a Plan or with what `pulumi stack export` prints; compared with nothing, every deletion would be missed.",
  source: "picket",
  avoid: "picket plan --tenant sample --against missing.json\n",
  prefer: "picket plan --tenant sample --against base.json\n",
  nearMiss: "picket plan --tenant sample --against nothing-deployed.json\n",
};
