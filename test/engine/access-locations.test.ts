/** What `pulumi up` does with a location that changes while a policy names it, through the real engine on a stand-in azuread. */

import { expect } from "vitest";
import { journey } from "./journey";
import type { Properties } from "./plugins/values";
import { objectsOf } from "./plugins/world/world";
import { newProject, type Project, tenantId } from "./stack";

const GLASS = "99999999-9999-4999-8999-999999999999";

const TENANT = `kind: Tenant
key: contoso
tenantId: ${tenantId}
planes: [access]
breakGlass: { group: ${GLASS} }
stage: observe
`;

const policy = (places: string) => `kind: ConditionalAccessPolicy
key: outside
displayName: Outside of HQ
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeUsers: [All], excludeGroups: [break-glass] }
  locations: { ${places} }
grantControls: { operator: OR, builtInControls: [mfa] }
`;

const hq = (content: string) => `kind: NamedLocation\nkey: hq\ndisplayName: HQ\n${content}\n`;
const ranges = (...all: readonly string[]) =>
  `isTrusted: true\nipRanges: [${all.map((range) => `{ cidrAddress: ${range} }`).join(", ")}]`;

const graph = ({ world }: Project) => objectsOf(world, "graph");

/** The emergency accounts' group is there before picket is. */
async function start(): Promise<Project> {
  const project = await newProject({
    "tenants/contoso.yaml": TENANT,
    "rules/outside.yaml": policy("includeLocations: [All], excludeLocations: [hq]"),
    "rules/hq.yaml": hq(ranges("203.0.113.0/24", "198.51.100.0/24")),
  });
  graph(project).put(`/groups/${GLASS}`, { id: `/groups/${GLASS}`, objectId: GLASS, displayName: "sg-glass" });
  return project;
}

journey(start, [
  { name: "a location is made before the policy", changes: { create: ["hq", "outside"] }, unchanged: 0 },
  {
    name: "another order of its ranges changes nothing",
    write: { "rules/hq.yaml": hq(ranges("198.51.100.0/24", "203.0.113.0/24")) },
    changes: {},
    unchanged: 2,
  },
  {
    name: "one that becomes a location of countries is made anew, and the policy that names it follows",
    write: { "rules/hq.yaml": hq("countriesAndRegions: [BE]") },
    changes: { replace: ["hq"], update: ["outside"] },
    unchanged: 0,
    after: (project) => {
      const places = graph(project)
        .all()
        .filter(({ id }) => String(id).includes("/namedLocations/"));
      const told = places.map(({ displayName, country }) => [displayName, (country as Properties).countriesAndRegions]);
      expect(told).toEqual([["HQ", ["BE"]]]);
    },
  },
  {
    name: "one in use goes after the policy lets go of it",
    write: { "rules/outside.yaml": policy("includeLocations: [AllTrusted]") },
    remove: ["rules/hq.yaml"],
    changes: { delete: ["hq"], update: ["outside"] },
    unchanged: 0,
  },
]);
