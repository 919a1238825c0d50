/** Session controls that are refused together, incomplete, or without effect. */

import { APP_IDS } from "../../../azure";
import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { configuredConditions, type PolicyCheck, type PolicyFacts } from "./facts";

const page =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session, read 2026-11-23";
const lifetime =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime, read 2026-11-23";
const provider =
  "https://github.com/hashicorp/terraform-provider-azuread, conditional_access_policy_resource.go at f0169e0, read 2026-11-23";

const EVERY_TIME = {
  isEnabled: true,
  frequencyInterval: "everyTime",
  authenticationType: "primaryAndSecondaryAuthentication",
};
const TWELVE_HOURS = { isEnabled: true, frequencyInterval: "timeBased", value: 12, type: "hours" };
const CHANGE = { operator: "AND", builtInControls: ["mfa", "passwordChange"] };

const withSession = (sessionControls: object, others: object = {}) => policyExample({ sessionControls, ...others });
const riskyUser = (sessionControls: object) =>
  withSession(sessionControls, { grantControls: CHANGE, conditions: { userRiskLevels: ["high"] } });

const isEveryTime = ({ sessionControls }: PolicyFacts) =>
  Boolean(sessionControls.signInFrequency?.isEnabled) &&
  sessionControls.signInFrequency?.frequencyInterval === "everyTime";

const everyTimeValue: PolicyCheck = {
  code: "PKT3070",
  severity: "error",
  title: "every time, and a period",
  why: "A sign-in frequency is every time or after a number of hours or days, not both; the provider and Graph refuse a value beside `everyTime`.",
  source: provider,
  avoid: () => withSession({ signInFrequency: { ...EVERY_TIME, value: 4, type: "hours" } }),
  prefer: () => withSession({ signInFrequency: EVERY_TIME }),
  nearMiss: () => withSession({ signInFrequency: { ...EVERY_TIME, value: null, type: null } }),
  *run({ sessionControls }) {
    const { frequencyInterval, value, type } = sessionControls.signInFrequency ?? {};
    if (frequencyInterval !== "everyTime" || ((value ?? undefined) === undefined && !type)) return;
    const message = "a frequency of `everyTime` has no `value` and no `type`";
    yield finding(everyTimeValue, { message, pointer: "/sessionControls/signInFrequency" });
  },
};

const HOURS_MAX = 23;
const DAYS_MAX = 365;

const frequencyPeriod: PolicyCheck = {
  code: "PKT3071",
  severity: "error",
  title: "a sign-in frequency without a period",
  why: `A frequency has a value and a unit that require each other: 1 to ${HOURS_MAX} hours or 1 to ${DAYS_MAX} days.`,
  source: lifetime,
  avoid: () => withSession({ signInFrequency: { isEnabled: true, value: 4 } }),
  prefer: () => withSession({ signInFrequency: TWELVE_HOURS }),
  nearMiss: () => withSession({ signInFrequency: { ...TWELVE_HOURS, value: HOURS_MAX } }),
  *run({ sessionControls }) {
    const frequency = sessionControls.signInFrequency;
    if (!frequency || frequency.frequencyInterval === "everyTime") return;
    const { isEnabled, value, type } = frequency;
    const hasValue = (value ?? undefined) !== undefined;
    const pointer = "/sessionControls/signInFrequency";
    if (hasValue !== Boolean(type) || (isEnabled && !hasValue)) {
      yield finding(frequencyPeriod, { message: "a sign-in frequency has a `value` and a `type`", pointer });
      return;
    }
    const max = type === "days" ? DAYS_MAX : HOURS_MAX;
    if (!hasValue || ((value ?? 0) >= 1 && (value ?? 0) <= max)) return;
    // Hours beyond a day are refused by the portal; whether Graph takes them is not documented.
    const severity = (value ?? 0) < 1 || type === "days" ? "error" : "warning";
    const message = `a sign-in frequency in ${type} is from 1 to ${max}`;
    yield finding({ ...frequencyPeriod, severity }, { message, pointer: `${pointer}/value` });
  },
};

const everyTimeWith: PolicyCheck = {
  code: "PKT3072",
  severity: "error",
  title: "every time with app enforced restrictions or resilience defaults",
  why: "A frequency of every time can't be combined with app enforced restrictions or with disabled resilience defaults; the provider silently drops them.",
  source: provider,
  avoid: () => withSession({ signInFrequency: EVERY_TIME, applicationEnforcedRestrictions: { isEnabled: true } }),
  prefer: () => withSession({ signInFrequency: EVERY_TIME }),
  nearMiss: () =>
    withSession({
      signInFrequency: EVERY_TIME,
      applicationEnforcedRestrictions: { isEnabled: false },
      persistentBrowser: { isEnabled: true, mode: "never" },
    }),
  *run(facts) {
    if (!isEveryTime(facts)) return;
    for (const { name } of facts.session)
      if (name === "applicationEnforcedRestrictions" || name === "disableResilienceDefaults")
        yield finding(everyTimeWith, {
          message: `a frequency of \`everyTime\` does not go with \`${name}\``,
          pointer: `/sessionControls/${name}`,
        });
  },
};

const everyTimeUserRisk: PolicyCheck = {
  code: "PKT3073",
  severity: "error",
  title: "every time for risky users without a way out",
  why: "With a condition on user risk, a frequency of every time is only taken together with a password change or a risk remediation.",
  source: "https://github.com/hashicorp/terraform-provider-azuread/issues/1225, read 2026-11-23",
  avoid: () => withSession({ signInFrequency: EVERY_TIME }, { conditions: { userRiskLevels: ["high"] } }),
  prefer: () => riskyUser({ signInFrequency: EVERY_TIME }),
  nearMiss: () => withSession({ signInFrequency: EVERY_TIME }, { conditions: { signInRiskLevels: ["high"] } }),
  *run(facts) {
    const { conditions, controls } = facts;
    if (!isEveryTime(facts) || (conditions.userRiskLevels ?? []).length === 0) return;
    if (controls.includes("passwordChange") || controls.includes("riskRemediation")) return;
    const message = "with user risk, a frequency of `everyTime` needs `passwordChange` or `riskRemediation`";
    yield finding(everyTimeUserRisk, { message, pointer: "/sessionControls/signInFrequency" });
  },
};

const changeSession: PolicyCheck = {
  code: "PKT3074",
  severity: "error",
  title: "a password change with another session control",
  why: "A password change goes with a frequency of every time alone: a time-based frequency and a persistent browser are refused.",
  source: "https://github.com/hashicorp/terraform-provider-azuread/issues/1225, read 2026-11-23",
  avoid: () => riskyUser({ signInFrequency: TWELVE_HOURS }),
  prefer: () => riskyUser({ signInFrequency: EVERY_TIME }),
  nearMiss: () => withSession({ signInFrequency: TWELVE_HOURS }, { conditions: { userRiskLevels: ["high"] } }),
  *run(facts) {
    if (!facts.controls.includes("passwordChange")) return;
    for (const { name, value } of facts.session) {
      const isRefused = name === "persistentBrowser" || (name === "signInFrequency" && value !== "everyTime");
      const pointer = `/sessionControls/${name}`;
      const what = name === "signInFrequency" ? "a time-based sign-in frequency" : "a persistent browser";
      if (isRefused) yield finding(changeSession, { message: `${what} does not go with \`passwordChange\``, pointer });
    }
  },
};

const incomplete: PolicyCheck = {
  code: "PKT3075",
  severity: "error",
  title: "a session control that does not say how",
  why: "A persistent browser needs a mode, Defender for Cloud Apps a type, a security profile an id; without it Graph refuses the control.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccesssessioncontrols, read 2026-11-23",
  avoid: () => withSession({ persistentBrowser: { isEnabled: true } }),
  prefer: () => withSession({ persistentBrowser: { isEnabled: true, mode: "never" } }),
  nearMiss: () => withSession({ persistentBrowser: { isEnabled: false } }),
  *run({ sessionControls }) {
    const { persistentBrowser, cloudAppSecurity, globalSecureAccessFilteringProfile: profile } = sessionControls;
    const parts = [
      ["persistentBrowser", "mode", persistentBrowser?.isEnabled && !persistentBrowser.mode],
      [
        "cloudAppSecurity",
        "cloudAppSecurityType",
        cloudAppSecurity?.isEnabled && !cloudAppSecurity.cloudAppSecurityType,
      ],
      ["globalSecureAccessFilteringProfile", "profileId", profile?.isEnabled && !profile.profileId],
    ] as const;
    for (const [name, key, isMissing] of parts)
      if (isMissing)
        yield finding(incomplete, { message: `\`${name}\` has a \`${key}\``, pointer: `/sessionControls/${name}` });
  },
};

const persistentSome: PolicyCheck = {
  code: "PKT3076",
  severity: "warning",
  title: "a persistent browser for some resources",
  why: "Persistence belongs to the browser session and can't differ between resources: the control only works for all of them.",
  source: lifetime,
  avoid: () =>
    withSession(
      { persistentBrowser: { isEnabled: true, mode: "never" } },
      { conditions: { applications: { includeApplications: ["Office365"] } } },
    ),
  prefer: () => withSession({ persistentBrowser: { isEnabled: true, mode: "never" } }),
  nearMiss: () =>
    withSession(
      { persistentBrowser: { isEnabled: false, mode: "never" } },
      { conditions: { applications: { includeApplications: ["Office365"] } } },
    ),
  *run({ session, isForAllResources, applications }) {
    if (!session.some(({ name }) => name === "persistentBrowser")) return;
    if (isForAllResources && idsOf(applications.excludeApplications).length === 0) return;
    const message = "a persistent browser session works for all resources only";
    yield finding(persistentSome, { message, pointer: "/sessionControls/persistentBrowser" });
  },
};

const evaluationScope: PolicyCheck = {
  code: "PKT3077",
  severity: "warning",
  title: "continuous access evaluation switched off for a part",
  why: "Disabling works only where all resources and no conditions are selected.",
  source: page,
  avoid: () =>
    withSession(
      { continuousAccessEvaluation: { mode: "disabled" } },
      { conditions: { platforms: { includePlatforms: ["iOS"] } } },
    ),
  prefer: () => withSession({ continuousAccessEvaluation: { mode: "disabled" } }),
  nearMiss: () =>
    withSession(
      { continuousAccessEvaluation: { mode: "strictLocation" } },
      { conditions: { platforms: { includePlatforms: ["iOS"] } } },
    ),
  *run(facts) {
    if (facts.sessionControls.continuousAccessEvaluation?.mode !== "disabled") return;
    const hasExclusion = idsOf(facts.applications.excludeApplications).length > 0;
    if (facts.isForAllResources && !hasExclusion && configuredConditions(facts).length === 0) return;
    const message = "continuous access evaluation can only be disabled for all resources and without conditions";
    yield finding(evaluationScope, { message, pointer: "/sessionControls/continuousAccessEvaluation" });
  },
};

const RESTRICTED: ReadonlySet<string> = new Set<string>([
  "office365",
  APP_IDS.exchangeOnline,
  APP_IDS.sharePointOnline,
]);

const restrictedApps: PolicyCheck = {
  code: "PKT3078",
  severity: "warning",
  title: "app enforced restrictions for other applications",
  why: "Only Exchange Online and SharePoint Online enforce restrictions by themselves; for other applications the control does nothing.",
  source: page,
  avoid: () =>
    withSession(
      { applicationEnforcedRestrictions: { isEnabled: true } },
      { conditions: { applications: { includeApplications: ["797f4846-ba00-4fd7-ba43-dac1f8f63013"] } } },
    ),
  prefer: () =>
    withSession(
      { applicationEnforcedRestrictions: { isEnabled: true } },
      { conditions: { applications: { includeApplications: ["Office365"] } } },
    ),
  nearMiss: () =>
    withSession(
      { applicationEnforcedRestrictions: { isEnabled: true } },
      { conditions: { applications: { includeApplications: [APP_IDS.exchangeOnline, APP_IDS.sharePointOnline] } } },
    ),
  *run({ session, applications }) {
    if (!session.some(({ name }) => name === "applicationEnforcedRestrictions")) return;
    const others = idsOf(applications.includeApplications).filter((id) => !RESTRICTED.has(id));
    if (others.length === 0) return;
    const message = "app enforced restrictions work for Exchange Online and SharePoint Online only";
    yield finding(restrictedApps, { message, pointer: "/sessionControls/applicationEnforcedRestrictions" });
  },
};

const sessionOfBlocked: PolicyCheck = {
  code: "PKT3080",
  severity: "warning",
  title: "a session for somebody who gets none",
  why: "A block ends enforcement, so session controls beside it are never used.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies, read 2026-11-23",
  avoid: () =>
    withSession(
      { persistentBrowser: { isEnabled: true, mode: "never" } },
      { grantControls: { operator: "OR", builtInControls: ["block"] } },
    ),
  prefer: () => withSession({ persistentBrowser: { isEnabled: true, mode: "never" } }),
  nearMiss: () =>
    withSession(
      { persistentBrowser: { isEnabled: false } },
      { grantControls: { operator: "OR", builtInControls: ["block"] } },
    ),
  *run({ controls, session, isWorkload }) {
    if (!controls.includes("block") || session.length === 0 || isWorkload) return;
    const message = "session controls beside `block` are never used";
    yield finding(sessionOfBlocked, { message, pointer: "/sessionControls" });
  },
};

export const sessionChecks = [
  everyTimeValue,
  frequencyPeriod,
  everyTimeWith,
  everyTimeUserRisk,
  changeSession,
  incomplete,
  persistentSome,
  evaluationScope,
  restrictedApps,
  sessionOfBlocked,
];
