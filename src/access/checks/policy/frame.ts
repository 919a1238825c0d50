/** What every policy has to have: a name, a state, client apps, and something that it demands. */

import { finding } from "../../../diagnostics";
import { policyExample } from "../example";
import type { PolicyCheck } from "./facts";

const graph = "https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy, read 2026-11-23";
const provider =
  "https://github.com/hashicorp/terraform-provider-azuread, conditional_access_policy_resource.go at f0169e0, read 2026-11-23";

const nameRequired: PolicyCheck = {
  code: "PKT3030",
  severity: "error",
  title: "a policy without a name",
  why: "Graph requires a display name.",
  source: graph,
  avoid: () => policyExample({ displayName: "" }),
  prefer: () => policyExample(),
  nearMiss: () => policyExample({ displayName: "0" }),
  *run({ policy }) {
    if (!policy.displayName?.trim())
      yield finding(nameRequired, { message: "a policy has a `displayName`", pointer: "/displayName" });
  },
};

const stateRequired: PolicyCheck = {
  code: "PKT3031",
  severity: "error",
  title: "a policy without a state",
  why: "Graph requires a state; there is no default that would be safe to assume.",
  source: graph,
  avoid: () => policyExample({ state: null }),
  prefer: () => policyExample({ state: "enabledForReportingButNotEnforced" }),
  nearMiss: () => policyExample({ state: "disabled" }),
  *run({ policy }) {
    if (!policy.state) {
      const help = "one of `enabled`, `disabled`, `enabledForReportingButNotEnforced`";
      yield finding(stateRequired, { message: "a policy has a `state`", pointer: "/state", help });
    }
  },
};

const clientAppsRequired: PolicyCheck = {
  code: "PKT3032",
  severity: "error",
  title: "a policy without client apps",
  why: "Graph and the provider require `clientAppTypes`; `all` is what the portal writes where nothing is configured.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset, read 2026-11-23",
  avoid: () => policyExample({ conditions: { clientAppTypes: [] } }),
  prefer: () => policyExample({ conditions: { clientAppTypes: ["all"] } }),
  nearMiss: () =>
    policyExample({
      conditions: { clientAppTypes: ["exchangeActiveSync", "other"] },
      grantControls: { operator: "OR", builtInControls: ["block"] },
    }),
  *run({ conditions }) {
    if ((conditions.clientAppTypes ?? []).length > 0) return;
    const message = "the conditions have `clientAppTypes`";
    yield finding(clientAppsRequired, { message, pointer: "/conditions/clientAppTypes", help: 'write `["all"]`' });
  },
};

const controlsRequired: PolicyCheck = {
  code: "PKT3033",
  severity: "error",
  title: "a policy that demands nothing",
  why: "A policy has grant controls or session controls; the provider and Graph refuse one that has neither, or only session controls that are switched off.",
  source: provider,
  avoid: () => policyExample({ grantControls: null }),
  prefer: () => policyExample({ grantControls: { operator: "OR", builtInControls: ["mfa"] } }),
  nearMiss: () =>
    policyExample({ grantControls: null, sessionControls: { persistentBrowser: { isEnabled: true, mode: "never" } } }),
  *run({ controlCount, session, sessionControls }) {
    const others = sessionControls.networkAccessSecurity?.isEnabled;
    if (controlCount > 0 || session.length > 0 || others) return;
    yield finding(controlsRequired, {
      message: "a policy has grant controls or session controls that are switched on",
    });
  },
};

const operatorRequired: PolicyCheck = {
  code: "PKT3034",
  severity: "error",
  title: "several controls without an operator",
  why: "Whether all of the controls are asked or any one of them is the difference between two policies; Graph requires the operator.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols, read 2026-11-23",
  avoid: () => policyExample({ grantControls: { builtInControls: ["mfa", "compliantDevice"] } }),
  prefer: () => policyExample({ grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }),
  nearMiss: () => policyExample({ grantControls: { builtInControls: ["mfa"] } }),
  *run({ grant, controlCount }) {
    if (controlCount < 2 || grant.operator) return;
    const message = "several controls are joined by an `operator`";
    yield finding(operatorRequired, { message, pointer: "/grantControls/operator", help: "`AND` or `OR`" });
  },
};

export const frameChecks = [nameRequired, stateRequired, clientAppsRequired, controlsRequired, operatorRequired];
