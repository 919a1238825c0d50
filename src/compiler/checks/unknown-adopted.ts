/** An adoption for an unknown document. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownAdopted: CheckInfo = {
  code: "PKT5217",
  severity: "error",
  title: "an object to adopt for a document that does not exist",
  why: "What is there would stay as it is, unseen.",
  source: "picket",
  avoid: documents(tenant({ adopt: "adopt: { bad-adress: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee }" }), rule()),
  prefer: documents(tenant({ adopt: "adopt: { bad-address: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee }" }), rule()),
  nearMiss: documents(
    tenant({ adopt: "adopt: { 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee }" }),
    rule({ key: "", id: "id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee" }),
  ),
};
