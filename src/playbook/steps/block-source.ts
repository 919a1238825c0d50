/** Adds an address to a named location that conditional access blocks. */

import { Type } from "typebox";
import { blockActions, locationSettings } from "./parts/named-location";
import type { SourceStep } from "./step";

export const blockSource: SourceStep = {
  kind: "source",
  name: "block-source",
  summary:
    "Adds the address to a named location, unless the watchlist of own egress has it or the location is a trusted one. Its right can change every conditional access policy and two runs at once may lose an entry: a watchlist that the pipeline turns into a location is the better way.",
  does: () => "block the address by conditional access",
  repeat: "It looks first; an address that is there is left alone.",
  source: "https://learn.microsoft.com/graph/api/ipnamedlocation-update, read 2026-11-23",
  settings: Type.Object({
    ...locationSettings,
    egress: Type.String({
      description: "Key of the Watchlist document with own addresses, its search key the range.",
      minLength: 1,
    }),
  }),
  references: { egress: "Watchlist" },
  undo: "unblock-source",
  act: (settings, context) => blockActions(settings, context),
};
