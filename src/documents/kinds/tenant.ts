/** One Azure tenant, or some planes of it: the frame of a Plan. */

import type { Static } from "typebox";
import { anything, bool, list, map, mapOf, oneOf, optional, text, texts } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import type { Scaffold } from "./scaffold";

const description = "One Azure tenant, or some planes of it: what it gets of the content, and how.";

const exceptionValues = anything("A text, a list of texts, or { cidr: [ranges] }.");

const exception = map(
  {
    rule: text("Key of the rule.", { format: "slug" }),
    where: mapOf(exceptionValues, "Columns of the rule's result and the values to leave out: keys AND, entries OR."),
    owner: text("Who answers for the exception."),
    reason: text("Why it is right."),
    until: text("Last day on which it holds, in UTC.", { format: "date" }),
  },
  "Rows of a rule's result that are not to alert, for a time.",
);

const shape = documentShape(
  "Tenant",
  {
    extends: optional(text("Key of the Tenant document that this one builds on.", { format: "slug" })),
    tenantId: optional(
      text("Id of the tenant; a document without one is a base, which is extended and never planned.", {
        format: "guid",
      }),
    ),
    portal: optional(
      oneOf(
        ["defender", "azure"],
        "The portal in which Sentinel is used (default defender); some keys mean different things there.",
      ),
    ),
    workspace: optional(
      map(
        {
          subscriptionId: text("Id of the subscription.", { format: "guid" }),
          resourceGroup: text("Name of the resource group.", { minLength: 1 }),
          name: text("Name of the Log Analytics workspace.", { minLength: 1 }),
          onboard: optional(bool("Whether picket turns Sentinel on in it (default false: it is on already).")),
        },
        "The Log Analytics workspace; it is there already.",
      ),
    ),
    playbooks: optional(
      map(
        {
          resourceGroup: text("Name of the resource group, for playbooks only: any rule can run what is in it.", {
            minLength: 1,
          }),
          location: text("Azure region, such as westeurope.", { minLength: 1 }),
        },
        "Where playbooks go; without it the tenant gets none.",
      ),
    ),
    breakGlass: optional(
      map(
        {
          group: text("Object id of the group of the emergency accounts.", { format: "guid" }),
          name: optional(text("What the group is called: a comment.")),
          users: optional(texts("Object ids of its members.", { format: "guid" })),
          alsoIn: optional(texts("Groups and roles that its members are in as well; absent = any.")),
        },
        "The emergency accounts, which nothing may lock out or touch.",
      ),
    ),
    planes: optional(
      list(oneOf(["analytics", "access", "response"], "A plane."), "What this stack owns (default all three)."),
    ),
    access: optional(
      map(
        {
          baseline: optional(
            text("A JSON file beside with the tenant's other policies and locations, as Graph exports them.", {
              minLength: 1,
            }),
          ),
          complete: optional(bool("Whether the baseline holds all policies that are not ours (default false).")),
        },
        "What else decides over access in this tenant.",
      ),
    ),
    tables: optional(texts("Tables that the workspace has; absent = all built-in ones.", { format: "identifier" })),
    packs: optional(texts("Packs that this tenant gets; absent = all.", { format: "slug" })),
    content: optional(texts("Folders with documents beside rules/, relative to the project.")),
    overrides: optional(
      mapOf(anything("Settings by the kind of document."), "Settings of single documents for this tenant, by key."),
    ),
    exceptions: optional(list(exception, "Results that are not to alert, each with an owner and an end.")),
    adopt: optional(
      mapOf(text("Id in the tenant."), "Existing objects that documents take over: key, or name in the Plan, to id."),
    ),
    allowEmpty: optional(bool("Whether a Plan without resources is meant (default false: it is an error).")),
    deploy: optional(bool("False for a sample: `pulumi up` refuses it (default true).")),
  },
  description,
);

export type TenantBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: (key) => `tenants/${key}.yaml`,
  text: ({ key }) => `kind: Tenant
key: ${key}
tenantId: 00000000-0000-0000-0000-000000000000
workspace:
  subscriptionId: 00000000-0000-0000-0000-000000000000
  resourceGroup: rg-soc
  name: law-soc
playbooks: { resourceGroup: rg-soc-playbooks, location: westeurope }
# The group of the emergency accounts, which no policy of this folder may lock out.
breakGlass: { group: 00000000-0000-0000-0000-000000000000, name: sg-break-glass }
# observe: deployed, no incidents; alert: incidents; enforce: responses act.
stage: observe
# Take this line out when the ids above are the tenant's own.
deploy: false
`,
};

export const tenant = {
  kind: "Tenant",
  description,
  shape,
  identity: "key",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
