/** A pack that does not exist. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownPack: CheckInfo = {
  code: "PKT5216",
  severity: "error",
  title: "a pack that no document belongs to",
  why: "The tenant would silently get less than it asks for.",
  source: "picket",
  avoid: documents(
    tenant({ packs: "packs: [core, identiy]" }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
  prefer: documents(
    tenant({ packs: "packs: [core, identity]" }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
  nearMiss: documents(
    tenant({ packs: "packs: [identity]" }),
    rule(),
    rule({ key: "key: another", name: "name: Another", pack: "pack: identity" }),
  ),
};
