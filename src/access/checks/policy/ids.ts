/** Ids where Graph takes ids, and lists that do not contradict each other. */

import { finding } from "../../../diagnostics";
import { idsOf } from "../../model/condition";
import { policyExample } from "../example";
import { entryPointer, type PolicyCheck, type PolicyFacts } from "./facts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface IdList {
  readonly pointer: string;
  readonly ids: readonly string[];
  /** What one entry is called. */
  readonly noun: string;
  /** Words that stand for several, as Graph writes them. */
  readonly keywords: readonly string[];
}

const USER_WORDS = ["All", "None", "GuestsOrExternalUsers", "AllAgentIdUsers"];
const APP_WORDS = ["All", "None", "Office365", "MicrosoftAdminPortals", "AllAgentIdResources"];

/** Pairs of what is included and what is excluded; a list without a counterpart stands alone. */
function listsOf({ conditions, users, applications, grant }: PolicyFacts): readonly (readonly IdList[])[] {
  const { clientApplications, locations } = conditions;
  const at = (
    pointer: string,
    noun: string,
    keywords: readonly string[],
    ids: readonly string[] | null | undefined,
  ) => ({
    pointer,
    noun,
    keywords,
    ids: ids ?? [],
  });
  const pair = (
    path: string,
    name: string,
    noun: string,
    words: readonly string[],
    lists: readonly (readonly string[] | null | undefined)[],
  ) => ["include", "exclude"].map((way, index) => at(`/conditions/${path}/${way}${name}`, noun, words, lists[index]));
  const guests = (["includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers"] as const).map((key) =>
    at(`/conditions/users/${key}/externalTenants/members`, "tenant", [], users[key]?.externalTenants?.members),
  );
  return [
    pair("users", "Users", "user", USER_WORDS, [users.includeUsers, users.excludeUsers]),
    pair("users", "Groups", "group", [], [users.includeGroups, users.excludeGroups]),
    pair("users", "Roles", "role", [], [users.includeRoles, users.excludeRoles]),
    pair("applications", "Applications", "application", APP_WORDS, [
      applications.includeApplications,
      applications.excludeApplications,
    ]),
    pair(
      "locations",
      "Locations",
      "location",
      ["All", "AllTrusted"],
      [locations?.includeLocations, locations?.excludeLocations],
    ),
    pair(
      "clientApplications",
      "ServicePrincipals",
      "service principal",
      ["ServicePrincipalsInMyTenant"],
      [clientApplications?.includeServicePrincipals, clientApplications?.excludeServicePrincipals],
    ),
    ...guests.map((list) => [list]),
    [at("/grantControls/termsOfUse", "terms of use", [], grant.termsOfUse)],
    [at("/grantControls/authenticationStrength/id", "authentication strength", [], strengthId(grant))],
  ];
}

/** The provider also takes the path of a strength. */
function strengthId({ authenticationStrength }: PolicyFacts["grant"]): readonly string[] {
  const id = authenticationStrength?.id;
  return id ? [id.replace(/^\/policies\/authenticationStrengthPolicies\//i, "")] : [];
}

const notAnId: PolicyCheck = {
  code: "PKT3041",
  severity: "error",
  title: "something else than an id",
  why: "Graph takes object ids, app ids and role template ids, and a few words with a meaning of their own; names and placeholders are refused. Roles and groups have no word for all.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccessusers, read 2026-11-23",
  avoid: () => policyExample({ conditions: { users: { includeRoles: ["All"] } } }),
  prefer: () => policyExample({ conditions: { users: { includeRoles: ["62e90394-69f5-4237-9190-012177145e10"] } } }),
  nearMiss: () =>
    policyExample({ conditions: { users: { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"] } } }),
  *run(facts) {
    for (const { pointer, ids, noun, keywords } of listsOf(facts).flat())
      for (const [index, id] of ids.entries()) {
        if (GUID.test(id) || wordFor(id, keywords) !== undefined) continue;
        const words = keywords.length === 0 ? "" : `, nor one of the words that stand for several`;
        const place = pointer.endsWith("/id") ? pointer : `${pointer}/${index}`;
        yield finding(notAnId, { message: `\`${id}\` is not the id of ${withArticle(noun)}${words}`, pointer: place });
      }
  },
};

function wordFor(id: string, keywords: readonly string[]): string | undefined {
  return keywords.find((word) => word.toLowerCase() === id.toLowerCase());
}

const wordCase: PolicyCheck = {
  code: "PKT3089",
  severity: "error",
  title: "a word for several in another case",
  why: "The words that stand for several users, resources or places are compared as they are written: `all` is taken for an id that does not exist.",
  source: "https://learn.microsoft.com/graph/api/resources/conditionalaccesslocations, read 2026-11-23",
  avoid: () => policyExample({ conditions: { locations: { includeLocations: ["all"] } } }),
  prefer: () => policyExample({ conditions: { locations: { includeLocations: ["All"] } } }),
  nearMiss: () => policyExample({ conditions: { platforms: { includePlatforms: ["all"] } } }),
  *run(facts) {
    for (const { pointer, ids, keywords } of listsOf(facts).flat())
      for (const [index, id] of ids.entries()) {
        const word = wordFor(id, keywords);
        if (word === undefined || word === id) continue;
        const message = `\`${id}\` is not the word for several that \`${word}\` is`;
        yield finding(wordCase, { message, pointer: `${pointer}/${index}`, help: `write \`${word}\`` });
      }
  },
};

function withArticle(noun: string): string {
  return noun === "terms of use" ? noun : `${/^[aeiou](?!ser)/.test(noun) ? "an" : "a"} ${noun}`;
}

const contradiction: PolicyCheck = {
  code: "PKT3042",
  severity: "warning",
  title: "included and excluded at once",
  why: "Exclusion always wins, so what stands in both lists is out; the inclusion does nothing.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-users-groups, read 2026-11-23",
  avoid: () => policyExample({ conditions: { users: { includeGroups: [GROUP], excludeGroups: [GROUP] } } }),
  prefer: () => policyExample({ conditions: { users: { includeUsers: ["All"], excludeGroups: [GROUP] } } }),
  nearMiss: () =>
    policyExample({ conditions: { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } } }),
  *run(facts) {
    const { platforms } = facts.conditions;
    const platformPair = [idsOf(platforms?.includePlatforms), idsOf(platforms?.excludePlatforms)];
    for (const [included, excluded] of listsOf(facts)) {
      if (!included || !excluded) continue;
      for (const id of both(idsOf(included.ids), idsOf(excluded.ids)))
        yield finding(contradiction, {
          message: `${included.noun} \`${id}\` is included and excluded`,
          pointer: entryPointer(excluded.pointer, excluded.ids, [id]),
        });
    }
    for (const id of both(platformPair[0] ?? [], platformPair[1] ?? [])) {
      const pointer = entryPointer("/conditions/platforms/excludePlatforms", platforms?.excludePlatforms, [id]);
      yield finding(contradiction, { message: `platform \`${id}\` is included and excluded`, pointer });
    }
  },
};

function both(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.filter((id) => right.includes(id));
}

const nothingAdded: PolicyCheck = {
  code: "PKT3043",
  severity: "warning",
  title: "single ones beside all",
  why: "Where all are included, single ones add nothing; whoever reads the list may think that only they are meant.",
  source: "picket",
  avoid: () =>
    policyExample({
      conditions: { applications: { includeApplications: ["All", "797f4846-ba00-4fd7-ba43-dac1f8f63013"] } },
    }),
  prefer: () => policyExample({ conditions: { applications: { includeApplications: ["All"] } } }),
  nearMiss: () =>
    policyExample({
      conditions: { applications: { includeApplications: ["Office365", "797f4846-ba00-4fd7-ba43-dac1f8f63013"] } },
    }),
  *run(facts) {
    for (const [included] of listsOf(facts)) {
      const ids = idsOf(included?.ids);
      if (!included || !ids.includes("all") || ids.length < 2) continue;
      yield finding(nothingAdded, { message: `other entries beside \`All\` add nothing`, pointer: included.pointer });
    }
  },
};

const GROUP = "f1000000-0000-4000-8000-000000000012";

export const idChecks = [notAnId, wordCase, contradiction, nothingAdded];
