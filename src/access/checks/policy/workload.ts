/** Policies for workload identities and agents: only block, few conditions. Exports show the user accounts of agents with other controls. */

import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { configuredConditions, type PolicyCheck } from "./facts";

const source = "https://learn.microsoft.com/entra/identity/conditional-access/workload-identity, read 2026-11-23";

const workload = (conditions: object, others: object = {}) =>
  policyExample({
    grantControls: { operator: "OR", builtInControls: ["block"] },
    ...others,
    conditions: {
      users: { includeUsers: ["None"] },
      clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
      ...conditions,
    },
  });

const onlyBlock: PolicyCheck = {
  code: "PKT3044",
  severity: "error",
  title: "a workload identity that is asked for something",
  why: "Nobody sits at a service principal: the only control for workload identities and agents that sign in as themselves is block, and they have no session. The user accounts of agents are users.",
  source,
  avoid: () => workload({}, { grantControls: { operator: "OR", builtInControls: ["mfa"] } }),
  prefer: () => workload({}),
  nearMiss: () => workload({}, { sessionControls: { signInFrequency: { isEnabled: false } } }),
  *run({ isForServices, controls, controlCount, session }) {
    if (!isForServices || (controlCount === 1 && controls[0] === "block" && session.length === 0)) return;
    const message = "a policy for workload identities can only block";
    yield finding(onlyBlock, { message, pointer: session.length > 0 ? "/sessionControls" : "/grantControls" });
  },
};

const ALLOWED: ReadonlySet<string> = new Set(["locations", "servicePrincipalRiskLevels", "agentIdRiskLevels"]);

const fewConditions: PolicyCheck = {
  code: "PKT3045",
  severity: "error",
  title: "a condition that workload identities do not have",
  why: "Policies for workload identities know locations, the risk of the service principal and authentication contexts; a service principal has no device, no client app and no user risk.",
  source,
  avoid: () => workload({ platforms: { includePlatforms: ["windows"] } }),
  prefer: () => workload({ locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }),
  nearMiss: () =>
    workload({ clientAppTypes: ["all"], applications: { includeAuthenticationContextClassReferences: ["c1"] } }),
  *run(facts) {
    if (!facts.isForServices) return;
    for (const name of configuredConditions(facts).filter((each) => !ALLOWED.has(each)))
      yield finding(fewConditions, {
        message: `a policy for workload identities has no condition \`${name}\``,
        pointer: `/conditions/${name}`,
      });
  },
};

const riskOfNobody: PolicyCheck = {
  code: "PKT3046",
  severity: "error",
  title: "the risk of service principals in a policy for users",
  why: "The condition is only taken in a policy for workload identities.",
  source,
  avoid: () => policyExample({ conditions: { servicePrincipalRiskLevels: ["high"] } }),
  prefer: () => workload({ servicePrincipalRiskLevels: ["high"] }),
  nearMiss: () => policyExample({ conditions: { servicePrincipalRiskLevels: [] } }),
  *run({ isWorkload, conditions }) {
    if (isWorkload || (conditions.servicePrincipalRiskLevels ?? []).length === 0) return;
    const message = "`servicePrincipalRiskLevels` is a condition of policies for workload identities";
    yield finding(riskOfNobody, { message, pointer: "/conditions/servicePrincipalRiskLevels" });
  },
};

const usersNone: PolicyCheck = {
  code: "PKT3047",
  severity: "error",
  title: "a workload policy that leaves its users open",
  why: 'Graph and the provider want `includeUsers: ["None"]` in a policy for workload identities.',
  source,
  avoid: () => workload({ users: {} }),
  prefer: () => workload({}),
  nearMiss: () =>
    workload({ users: { includeUsers: ["None"], excludeUsers: [], includeGroups: [], excludeGroups: [] } }),
  *run({ isWorkload, hasPeople, users }) {
    if (!isWorkload || hasPeople) return;
    if (idsOf(users.includeUsers).includes("none")) return;
    const message = 'a policy for workload identities has `includeUsers: ["None"]`';
    yield finding(usersNone, { message, pointer: "/conditions/users/includeUsers" });
  },
};

export const workloadChecks = [onlyBlock, fewConditions, riskOfNobody, usersNone];
