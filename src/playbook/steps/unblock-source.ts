/** Takes an address out of a named location. */

import { Type } from "typebox";
import { locationSettings, unblockActions } from "./parts/named-location";
import type { SourceStep } from "./step";

export const unblockSource: SourceStep = {
  kind: "source",
  name: "unblock-source",
  summary: "Takes the address out of the named location into which block-source put it on the same incident.",
  does: () => "take the address out of the named location",
  repeat: "An address that is not there is left alone.",
  source: "https://learn.microsoft.com/graph/api/ipnamedlocation-update, read 2026-11-23",
  settings: Type.Object(locationSettings),
  memory: "undo",
  act: (settings) => unblockActions(settings),
};
