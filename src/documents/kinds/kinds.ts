/** All kinds of document. */

import type { Kind } from "../document";
import type { KindDefinition } from "./kind";
import { scheduled } from "./scheduled";
import { tenant } from "./tenant";

export const kinds: readonly KindDefinition<Kind>[] = [scheduled, tenant];
