/** Password change and risk remediation: controls with narrow rules of their own. */

import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { configuredConditions, controlPointer, type PolicyCheck, type PolicyFacts } from "./facts";

const page =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant#require-password-change, read 2026-11-23";
const graph = "https://learn.microsoft.com/graph/api/resources/conditionalaccessgrantcontrols, read 2026-11-23";

const riskyUser = (grantControls: object, conditions: object = {}, others: object = {}) =>
  policyExample({ grantControls, ...others, conditions: { userRiskLevels: ["high"], ...conditions } });
const CHANGE = { operator: "AND", builtInControls: ["mfa", "passwordChange"] };
const REMEDIATION = {
  operator: "AND",
  builtInControls: ["riskRemediation"],
  authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" },
};

const asksChange = ({ controls }: PolicyFacts) => controls.includes("passwordChange");
const asksRemediation = ({ controls }: PolicyFacts) => controls.includes("riskRemediation");
const atChange = (facts: PolicyFacts) => controlPointer(facts, "passwordChange");
const atRemediation = (facts: PolicyFacts) => controlPointer(facts, "riskRemediation");

const changeNeedsMfa: PolicyCheck = {
  code: "PKT3064",
  severity: "error",
  title: "a password change without MFA",
  why: "Whoever knows only the old password must not set the new one: password change comes with mfa, joined by AND (error 1032 InvalidPasswordResetControl).",
  source: graph,
  avoid: () => riskyUser({ operator: "AND", builtInControls: ["passwordChange"] }),
  prefer: () => riskyUser(CHANGE),
  nearMiss: () => riskyUser({ operator: "AND", builtInControls: ["passwordChange", "mfa"] }),
  *run(facts) {
    const { controls, hasStrength, grant } = facts;
    if (!asksChange(facts)) return;
    const code = "(error 1032 InvalidPasswordResetControl)";
    if (!controls.includes("mfa") && !hasStrength)
      yield finding(changeNeedsMfa, {
        message: `\`passwordChange\` comes with \`mfa\` ${code}`,
        pointer: atChange(facts),
      });
    else if (grant.operator !== "AND")
      yield finding(changeNeedsMfa, {
        message: `\`passwordChange\` and \`mfa\` are joined by \`AND\` ${code}`,
        pointer: atChange(facts),
      });
  },
};

const changeNeedsRisk: PolicyCheck = {
  code: "PKT3065",
  severity: "error",
  title: "a password change without user risk",
  why: "Password change answers a risk of the user; without that condition it is refused.",
  source: page,
  avoid: () => riskyUser(CHANGE, { userRiskLevels: [] }),
  prefer: () => riskyUser(CHANGE),
  nearMiss: () => riskyUser(CHANGE, { userRiskLevels: ["low"] }),
  *run(facts) {
    if (!asksChange(facts) || (facts.conditions.userRiskLevels ?? []).length > 0) return;
    const message = "`passwordChange` needs a condition on user risk";
    yield finding(changeNeedsRisk, { message, pointer: "/conditions/userRiskLevels" });
  },
};

const changeNeedsAll: PolicyCheck = {
  code: "PKT3066",
  severity: "error",
  title: "a password change for some resources",
  why: "The policy has to target all resources without exclusion, so that an attacker can't reset the risk through another application.",
  source: page,
  avoid: () => riskyUser(CHANGE, { applications: { includeApplications: ["Office365"] } }),
  prefer: () => riskyUser(CHANGE),
  nearMiss: () => riskyUser(CHANGE, { applications: { includeApplications: ["All"], excludeApplications: [] } }),
  *run(facts) {
    const { isForAllResources, applications } = facts;
    if (!asksChange(facts)) return;
    const hasExclusion = idsOf(applications.excludeApplications).length > 0 || Boolean(applications.applicationFilter);
    if (isForAllResources && !hasExclusion) return;
    const message = "`passwordChange` needs all resources, without exclusion";
    yield finding(changeNeedsAll, { message, pointer: "/conditions/applications" });
  },
};

const changeAlone: PolicyCheck = {
  code: "PKT3067",
  severity: "error",
  title: "a password change with other controls or conditions",
  why: "Beside mfa no other control, and beside users, resources and user risk no other condition can be used with password change.",
  source: page,
  avoid: () => riskyUser({ operator: "AND", builtInControls: ["mfa", "passwordChange", "compliantDevice"] }),
  prefer: () => riskyUser(CHANGE),
  nearMiss: () =>
    riskyUser(CHANGE, {
      clientAppTypes: ["all"],
      platforms: null,
      locations: { includeLocations: [], excludeLocations: [] },
    }),
  *run(facts) {
    if (!asksChange(facts)) return;
    const { controls, controlCount, hasStrength } = facts;
    const allowed = controls.filter((control) => control === "mfa" || control === "passwordChange").length;
    const remediation = controls.filter((control) => control === "riskRemediation").length;
    if (controlCount > allowed + remediation + (hasStrength ? 1 : 0))
      yield finding(changeAlone, {
        message: "`passwordChange` goes with no other control than `mfa`",
        pointer: atChange(facts),
      });
    for (const name of configuredConditions(facts).filter((each) => each !== "userRiskLevels"))
      yield finding(changeAlone, {
        message: `\`passwordChange\` goes with no other condition than user risk: \`${name}\` is configured`,
        pointer: `/conditions/${name}`,
      });
  },
};

const changeOrRemediation: PolicyCheck = {
  code: "PKT3068",
  severity: "error",
  title: "password change and risk remediation at once",
  why: "Risk remediation already includes the change of a password where there is one; Graph refuses both.",
  source: graph,
  avoid: () => riskyUser({ ...REMEDIATION, builtInControls: ["passwordChange", "riskRemediation"] }),
  prefer: () => riskyUser(REMEDIATION),
  nearMiss: () =>
    riskyUser(
      CHANGE,
      {},
      {
        sessionControls: {
          signInFrequency: {
            isEnabled: true,
            frequencyInterval: "everyTime",
            authenticationType: "primaryAndSecondaryAuthentication",
          },
        },
      },
    ),
  *run(facts) {
    if (!asksChange(facts) || !asksRemediation(facts)) return;
    yield finding(changeOrRemediation, {
      message: "`passwordChange` and `riskRemediation` exclude each other",
      pointer: atChange(facts),
    });
  },
};

const remediationNeeds: PolicyCheck = {
  code: "PKT3069",
  severity: "error",
  title: "risk remediation without what it needs",
  why: "Risk remediation comes with an authentication strength, joined by AND, and a condition on user risk.",
  source: graph,
  avoid: () => riskyUser({ operator: "AND", builtInControls: ["riskRemediation"] }),
  prefer: () => riskyUser(REMEDIATION),
  nearMiss: () =>
    riskyUser(
      { ...REMEDIATION, authenticationStrength: { id: "57e20000-0000-4000-8000-000000000070" } },
      { userRiskLevels: ["medium", "high"] },
    ),
  *run(facts) {
    if (!asksRemediation(facts)) return;
    const { hasStrength, grant, conditions } = facts;
    if (!hasStrength)
      yield finding(remediationNeeds, {
        message: "`riskRemediation` comes with an authentication strength",
        pointer: atRemediation(facts),
      });
    else if (grant.operator !== "AND")
      yield finding(remediationNeeds, {
        message: "`riskRemediation` and the strength are joined by `AND`",
        pointer: atRemediation(facts),
      });
    if ((conditions.userRiskLevels ?? []).length === 0)
      yield finding(remediationNeeds, {
        message: "`riskRemediation` needs a condition on user risk",
        pointer: "/conditions/userRiskLevels",
      });
  },
};

export const riskResponseChecks = [
  changeNeedsMfa,
  changeNeedsRisk,
  changeNeedsAll,
  changeAlone,
  changeOrRemediation,
  remediationNeeds,
];
