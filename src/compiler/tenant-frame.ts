/** What a document is compiled in: the tenant that takes it with all that it names, or none where it is checked by itself. */

import type { Document, DocumentOf } from "../documents";
import { accessNames } from "./access/names";
import type { Beside, Effective, Frame, Library } from "./frame";
import { adoptedName, lastPart } from "./kinds/adopted-name";
import { ONBOARDING_NAME } from "./kinds/onboarding";
import { watchlistContent } from "./kinds/watchlist-content";
import type { PlaybookPlace } from "./playbooks/resource-ids";
import { NO_SHAPES, shapesOf } from "./queries/shapes";
import { ruleId } from "./rule-id";
import { effective, type Settings } from "./tenants/effective";
import type { ResolvedTenant } from "./tenants/resolved-tenant";

/** What of the world a frame may know. `now`: ISO 8601. */
interface Surroundings {
  readonly beside: Beside;
  readonly now: string;
}

export const NO_SETTINGS: Settings = new Map();

/** Stands for the workspace where a document is checked by itself: no name of it reaches a Plan. */
const ANY_WORKSPACE = {
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  resourceGroup: "rg",
  name: "workspace",
};

const ANY_PLAYBOOKS: PlaybookPlace = {
  subscriptionId: ANY_WORKSPACE.subscriptionId,
  resourceGroup: "rg-playbooks",
  location: "westeurope",
  adopted: new Map(),
};

interface Taken {
  readonly tenant: ResolvedTenant;
  readonly taken: readonly Document[];
  readonly documents: readonly Document[];
  readonly sound: Settings;
}

export function tenantFrame({ tenant, taken, documents, sound }: Taken, { beside, now }: Surroundings): Frame {
  const { portal, stage, workspace, playbooks, tables } = tenant.body;
  const frame: Frame = {
    tenant,
    portal: portal ?? "defender",
    stage: stage ?? "observe",
    workspace: workspace ?? ANY_WORKSPACE,
    playbooks:
      playbooks && workspace
        ? { subscriptionId: workspace.subscriptionId, ...playbooks, adopted: adoptedNames(tenant) }
        : ANY_PLAYBOOKS,
    tables: tables && new Set(tables),
    library: {
      functions: taken.flatMap((each) => (each.kind === "Function" ? [{ name: each.body.name, key: each.key }] : [])),
      watchlists: watchlistsOf(taken),
      rules: rulesOf(documents, tenant),
      always: workspace?.onboard ? [ONBOARDING_NAME] : [],
    },
    access: accessNames(documents, { tenant, owned: new Set(taken.map(({ key }) => key)), sound }),
    today: dayOf(now),
    shapes: NO_SHAPES,
    beside,
  };
  return withShapes(frame, [...documents.filter(({ kind }) => kind === "Table"), ...taken], sound);
}

/** Of documents that are checked by themselves, in no tenant. */
export function frameAlone(documents: readonly Document[], { beside, now }: Surroundings): Frame {
  const bare: Frame = {
    tenant: undefined,
    portal: "azure",
    stage: "enforce",
    workspace: ANY_WORKSPACE,
    playbooks: ANY_PLAYBOOKS,
    tables: undefined,
    library: {
      functions: [],
      always: [],
      watchlists: watchlistsOf(documents),
      rules: rulesOf(documents, undefined),
    },
    access: accessNames(documents, {
      tenant: undefined,
      owned: new Set(documents.map(({ key }) => key)),
      sound: NO_SETTINGS,
    }),
    today: dayOf(now),
    shapes: NO_SHAPES,
    beside,
  };
  return withShapes(bare, documents, NO_SETTINGS);
}

function adoptedNames({ body }: ResolvedTenant): PlaybookPlace["adopted"] {
  return new Map(Object.entries(body.adopt ?? {}).map(([name, id]) => [name, lastPart(id)]));
}

/** The day of an ISO 8601 time. */
function dayOf(now: string): string {
  return now.slice(0, "yyyy-mm-dd".length);
}

function watchlistsOf(documents: readonly Document[]): Library["watchlists"] {
  return documents.flatMap((each) => (each.kind === "Watchlist" ? [{ alias: each.body.alias, key: each.key }] : []));
}

function rulesOf(documents: readonly Document[], tenant: ResolvedTenant | undefined): Library["rules"] {
  return documents.flatMap(({ kind, key, body }) =>
    kind === "Scheduled" || kind === "NRT" ? [{ key, id: adoptedName({ tenant }, key) ?? ruleId(body) }] : [],
  );
}

function withShapes(frame: Frame, documents: readonly Document[], sound: Settings): Frame {
  const columnsOf = (watchlist: DocumentOf<"Watchlist">) =>
    watchlistContent(effective(watchlist, frame, sound) as Effective<"Watchlist">, frame).value?.columns;
  return { ...frame, shapes: shapesOf(documents, frame.tables, columnsOf) };
}
