/** Conditions that are refused, never match, or match what was not meant. */

import { APP_IDS } from "../../../azure";
import { finding } from "../../../diagnostics";
import { type FilterKind, type KnownRule, readFilter } from "../../filters/check-filter";
import { idsOf } from "../../model/condition";
import type { PolicyFilter } from "../../shapes/conditional-access-policy";
import { policyExample } from "../example";
import { entryPointer, type PolicyCheck, type PolicyFacts } from "./facts";

const page =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions, read 2026-11-23";
const filterPage =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices, read 2026-11-23";
const graphSet = "https://learn.microsoft.com/graph/api/resources/conditionalaccessconditionset, read 2026-11-23";

const when = (conditions: object) => policyExample({ conditions });
const filtered = (mode: string, rule: string) => when({ devices: { deviceFilter: { mode, rule } } });

interface PlacedFilter {
  readonly filter: PolicyFilter;
  readonly kind: FilterKind;
  readonly pointer: string;
}

export function filtersOf({ conditions, applications }: PolicyFacts): readonly PlacedFilter[] {
  const { devices, clientApplications } = conditions;
  const placed: readonly (readonly [PolicyFilter | null | undefined, FilterKind, string])[] = [
    [devices?.deviceFilter, "device", "/conditions/devices/deviceFilter/rule"],
    [applications.applicationFilter, "custom security", "/conditions/applications/applicationFilter/rule"],
    [
      clientApplications?.servicePrincipalFilter,
      "custom security",
      "/conditions/clientApplications/servicePrincipalFilter/rule",
    ],
  ];
  return placed.flatMap(([filter, kind, pointer]) => (filter ? [{ filter, kind, pointer }] : []));
}

const riskNone: PolicyCheck = {
  code: "PKT3081",
  severity: "error",
  title: "a risk level that the condition does not have",
  why: "User risk and the risk of service principals are low, medium or high; only sign-in risk also has none. `hidden` is for tenants without the licence and can't be selected.",
  source: graphSet,
  avoid: () => when({ userRiskLevels: ["none"] }),
  prefer: () => when({ userRiskLevels: ["high"] }),
  nearMiss: () => when({ signInRiskLevels: ["none"] }),
  *run({ conditions }) {
    for (const key of ["userRiskLevels", "servicePrincipalRiskLevels", "signInRiskLevels"] as const) {
      const refused = key === "signInRiskLevels" ? ["hidden"] : ["none", "hidden"];
      for (const [index, level] of (conditions[key] ?? []).entries())
        if (refused.includes(level))
          yield finding(riskNone, {
            message: `\`${level}\` is not a level of \`${key}\``,
            pointer: `/conditions/${key}/${index}`,
          });
    }
  },
};

const mixedRisk: PolicyCheck = {
  code: "PKT3082",
  severity: "warning",
  title: "user risk and sign-in risk in one policy",
  why: "All conditions have to match, so the policy only applies where both risks are found at once. Two policies are what is usually meant.",
  source: page,
  avoid: () => when({ userRiskLevels: ["high"], signInRiskLevels: ["high"] }),
  prefer: () => when({ signInRiskLevels: ["high"] }),
  nearMiss: () => when({ userRiskLevels: [], signInRiskLevels: ["high"] }),
  *run({ conditions }) {
    if ((conditions.userRiskLevels ?? []).length === 0 || (conditions.signInRiskLevels ?? []).length === 0) return;
    const message = "the policy applies only where user risk and sign-in risk are found at once";
    yield finding(mixedRisk, { message, pointer: "/conditions/signInRiskLevels" });
  },
};

const deviceStates: PolicyCheck = {
  code: "PKT3083",
  severity: "error",
  title: "device states and a filter for devices",
  why: "The retired device state and the filter for devices can't be used in one policy (error 1060).",
  source: page,
  avoid: () =>
    when({
      deviceStates: { includeStates: ["All"], excludeStates: ["Compliant"] },
      devices: { deviceFilter: { mode: "include", rule: "device.isCompliant -ne True" } },
    }),
  prefer: () => filtered("include", "device.isCompliant -ne True"),
  nearMiss: () =>
    when({
      deviceStates: null,
      devices: {
        includeDevices: [],
        excludeDevices: [],
        deviceFilter: { mode: "include", rule: "device.isCompliant -ne True" },
      },
    }),
  *run({ conditions }) {
    const { devices } = conditions;
    const states = [conditions.deviceStates?.includeStates, conditions.deviceStates?.excludeStates];
    const lists = [
      devices?.includeDevices,
      devices?.excludeDevices,
      devices?.includeDeviceStates,
      devices?.excludeDeviceStates,
    ];
    const hasStates = states.some((list) => idsOf(list).length > 0);
    const hasLists = lists.some((list) => idsOf(list).length > 0);
    const message = "device states and a filter for devices exclude each other (error 1060)";
    if ((hasStates && (devices?.deviceFilter || hasLists)) || (hasLists && devices?.deviceFilter))
      yield finding(deviceStates, { message, pointer: "/conditions/deviceStates" });
    else if (hasStates) {
      const retired = "the device state is retired: a filter for devices takes its place";
      yield finding(
        { ...deviceStates, severity: "warning" },
        { message: retired, pointer: "/conditions/deviceStates" },
      );
    }
  },
};

const includeFirst: PolicyCheck = {
  code: "PKT3084",
  severity: "error",
  title: "exclusions from nothing",
  why: "Platforms and locations that are excluded need something that is included; Graph and the provider require the list.",
  source: graphSet,
  avoid: () => when({ platforms: { includePlatforms: [], excludePlatforms: ["iOS"] } }),
  prefer: () => when({ platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] } }),
  nearMiss: () => when({ platforms: { includePlatforms: [], excludePlatforms: [] } }),
  *run({ conditions }) {
    const { platforms, locations } = conditions;
    const pairs = [
      ["platforms", "includePlatforms", platforms?.includePlatforms, platforms?.excludePlatforms],
      ["locations", "includeLocations", locations?.includeLocations, locations?.excludeLocations],
    ] as const;
    for (const [name, key, included, excluded] of pairs) {
      if (idsOf(included).length > 0 || idsOf(excluded).length === 0) continue;
      const message = `\`${name}\` that are excluded need \`${key}\``;
      yield finding(includeFirst, { message, pointer: `/conditions/${name}/${key}` });
    }
  },
};

const isNegative = (rule: KnownRule): boolean => {
  if (rule.kind === "comparison") return rule.isNegative;
  return rule.kind === "not" ? true : rule.parts.every(isNegative);
};

const excludeNegative: PolicyCheck = {
  code: "PKT3085",
  severity: "warning",
  title: "a filter that excludes unregistered devices",
  why: "An unregistered device has no attributes, and negative operators match it. Excluding by a negative rule drops every unregistered device out of the policy, which is rarely meant: exclude by a positive one, or include by a negative one.",
  source: filterPage,
  avoid: () => filtered("exclude", 'device.extensionAttribute1 -ne "SAW"'),
  prefer: () => filtered("exclude", 'device.extensionAttribute1 -eq "SAW"'),
  nearMiss: () => filtered("include", 'device.extensionAttribute1 -ne "SAW"'),
  *run(facts) {
    for (const { filter, kind, pointer } of filtersOf(facts)) {
      const { value } = readFilter(filter.rule, kind);
      if (kind !== "device" || filter.mode !== "exclude" || !value || !isNegative(value)) continue;
      const message =
        "the filter takes unregistered devices out of the policy: negative operators match what has no attributes";
      yield finding(excludeNegative, { message, pointer });
    }
  },
};

const isUserChangeable = (rule: KnownRule): boolean => {
  if (rule.kind === "comparison") return rule.attribute.isUserChangeable === true;
  if (rule.kind === "not") return isUserChangeable(rule.part);
  // Alternatives are as weak as the weakest of them, requirements as strong as the strongest.
  return rule.kind === "or" ? rule.parts.some(isUserChangeable) : rule.parts.every(isUserChangeable);
};

const changeable: PolicyCheck = {
  code: "PKT3086",
  severity: "warning",
  title: "a filter that the user can change",
  why: "Display name, model and manufacturer can be changed by whoever uses the device. Microsoft warns against rules that rest on them alone.",
  source: filterPage,
  avoid: () => filtered("exclude", 'device.displayName -startsWith "SAW-"'),
  prefer: () => filtered("exclude", 'device.displayName -startsWith "SAW-" -and device.isCompliant -eq True'),
  nearMiss: () => filtered("exclude", 'device.enrollmentProfileName -startsWith "SAW-"'),
  *run(facts) {
    for (const { filter, kind, pointer } of filtersOf(facts)) {
      const { value } = readFilter(filter.rule, kind);
      if (!value || !isUserChangeable(value)) continue;
      yield finding(changeable, {
        message: "the rule rests on attributes that the user of a device can change",
        pointer,
      });
    }
  },
};

const activeSyncApps: PolicyCheck = {
  code: "PKT3087",
  severity: "warning",
  title: "ActiveSync clients with other resources than Exchange",
  why: "ActiveSync clients reach Exchange Online alone, which should be the only resource of a policy that is for them alone. With all users, guests or roles selected, every ActiveSync user is subject to the policy.",
  source: page,
  avoid: () =>
    when({
      clientAppTypes: ["exchangeActiveSync"],
      applications: { includeApplications: ["Office365"] },
      users: ONE_GROUP,
    }),
  prefer: () =>
    when({
      clientAppTypes: ["exchangeActiveSync"],
      applications: { includeApplications: [APP_IDS.exchangeOnline] },
      users: ONE_GROUP,
    }),
  nearMiss: () =>
    when({
      clientAppTypes: ["exchangeActiveSync", "other"],
      applications: { includeApplications: ["Office365"] },
      users: ONE_GROUP,
    }),
  *run({ conditions, applications, users }) {
    const types = conditions.clientAppTypes ?? [];
    const pointer = "/conditions/clientAppTypes";
    const isOnly = types.length > 0 && types.every((type) => type === "exchangeActiveSync" || type === "easSupported");
    if (isOnly && idsOf(applications.includeApplications).some((id) => id !== APP_IDS.exchangeOnline))
      yield finding(activeSyncApps, { message: "ActiveSync clients reach Exchange Online alone", pointer });
    const isForSome = idsOf(users.includeRoles).length > 0 || Boolean(users.includeGuestsOrExternalUsers);
    if (types.includes("exchangeActiveSync") && isForSome)
      yield finding(activeSyncApps, {
        message: "for ActiveSync clients a role or a guest type selects all users",
        pointer,
      });
  },
};

const ONE_GROUP = { includeGroups: ["f1000000-0000-4000-8000-000000000012"] };

const windowsPhone: PolicyCheck = {
  code: "PKT3088",
  severity: "warning",
  title: "a platform that is gone",
  why: "Windows Phone is still in the API; the portal no longer knows it and no sign-in comes from it.",
  source: page,
  avoid: () => when({ platforms: { includePlatforms: ["windowsPhone"] } }),
  prefer: () => when({ platforms: { includePlatforms: ["windows"] } }),
  nearMiss: () => when({ platforms: { includePlatforms: ["all"], excludePlatforms: ["windows", "windowsPhone"] } }),
  *run({ conditions }) {
    if (!idsOf(conditions.platforms?.includePlatforms).includes("windowsphone")) return;
    const message = "no sign-in comes from `windowsPhone` any more";
    const pointer = "/conditions/platforms/includePlatforms";
    yield finding(windowsPhone, {
      message,
      pointer: entryPointer(pointer, conditions.platforms?.includePlatforms, ["windowsPhone"]),
    });
  },
};

export const conditionChecks = [
  riskNone,
  mixedRisk,
  deviceStates,
  includeFirst,
  excludeNegative,
  changeable,
  activeSyncApps,
  windowsPhone,
];
