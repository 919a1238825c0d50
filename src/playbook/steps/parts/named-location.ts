/** Reads, changes and writes the ranges of a named location. */

import { Type } from "typebox";
import type { Settings, StepContext } from "../step";
import { type Actions, call, choose, compose, filter, GRAPH, inOrder } from "./actions";
import { outcome } from "./outcome";

export const locationSettings = {
  location: Type.String({ description: "Id of the named location.", format: "guid" }),
};

const ADDRESS = "triggerBody()?['address']";
const IS_V6 = `contains(${ADDRESS}, ':')`;
const CIDR = `concat(${ADDRESS}, if(${IS_V6}, '/128', '/32'))`;
const RANGE_TYPE = `concat('#microsoft.graph.', if(${IS_V6}, 'iPv6CidrRange', 'iPv4CidrRange'))`;
const RANGE = `addProperty(addProperty(json('{}'), '@odata.type', ${RANGE_TYPE}), 'cidrAddress', ${CIDR})`;

function locationUri({ location }: Settings): string {
  return `${GRAPH}/identity/conditionalAccess/namedLocations/${location}`;
}

function write(settings: Settings, ranges: string) {
  const body = { "@@odata.type": "#microsoft.graph.ipNamedLocation", ipRanges: `@${ranges}` };
  return call({ method: "PATCH", uri: locationUri(settings), body });
}

const IS_THERE = "not(empty(body('Same')))";

function readRanges(settings: Settings): Actions {
  return {
    Location: call({ method: "GET", uri: locationUri(settings) }),
    Same: filter("body('Location')['ipRanges']", `equals(item()?['cidrAddress'], ${CIDR})`),
  };
}

export function blockActions(settings: Settings, { workspaceGuid }: StepContext): Actions {
  const isOwn = "greater(int(body('Own_egress')['tables'][0]['rows'][0][0]), 0)";
  // In a trusted location an address is let in more easily, not kept out.
  const isTrusted = "equals(body('Location')?['isTrusted'], true)";
  return inOrder({
    Own_egress: call({
      method: "POST",
      uri: `https://api.loganalytics.azure.com/v1/workspaces/@{${workspaceGuid}}/query`,
      body: { query: egressQuery(String(settings.egress)) },
    }),
    ...readRanges(settings),
    If_new: choose(`not(or(${isOwn}, ${isTrusted}, ${IS_THERE}))`, {
      Block: write(settings, `union(body('Location')['ipRanges'], createArray(${RANGE}))`),
    }),
    Outcome: outcome({
      outcome: `if(or(${isOwn}, ${isTrusted}), 'refused', if(${IS_THERE}, 'already', 'done'))`,
      detail: `concat(${ADDRESS}, if(${isOwn}, ' is our own egress', if(${isTrusted}, ' is not blocked: the location is a trusted one', if(${IS_THERE}, ' was blocked already', ' blocked'))))`,
    }),
  });
}

/** Counts the ranges of the watchlist in which the address lies. */
function egressQuery(alias: string): string {
  const address = `@{replace(replace(${ADDRESS}, '"', ''), '\\', '')}`;
  return [
    `let address = "${address}";`,
    `_GetWatchlist("${alias}") | where ipv4_is_in_range(address, SearchKey) or ipv6_is_in_range(address, SearchKey) | count`,
  ].join("\n");
}

export function unblockActions(settings: Settings): Actions {
  return inOrder({
    ...readRanges(settings),
    Others: filter("body('Location')['ipRanges']", `not(equals(item()?['cidrAddress'], ${CIDR}))`),
    Count: compose("@length(body('Others'))"),
    // A location without ranges is refused by Graph: the last one stays for people.
    If_there: choose(`and(${IS_THERE}, greater(outputs('Count'), 0))`, { Unblock: write(settings, "body('Others')") }),
    Outcome: outcome({
      outcome: `if(${IS_THERE}, if(greater(outputs('Count'), 0), 'done', 'refused'), 'already')`,
      detail: `concat(${ADDRESS}, if(${IS_THERE}, if(greater(outputs('Count'), 0), ' unblocked', ' is the only range: take it out by hand'), ' was not blocked'))`,
    }),
  });
}
