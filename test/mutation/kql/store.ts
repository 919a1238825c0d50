/** Where a query's program lies: by its text, in a folder of this state of the sources. */

import { createHash } from "node:crypto";
import { join } from "node:path";

/** The run that starts it all says which state of the sources it is. */
export const storedAt = (root: string, query: string): string =>
  join(
    root,
    ".picket/mutation/programs",
    process.env.PICKET_MUTATED_SOURCES ?? "",
    `${createHash("sha256").update(query).digest("hex")}.json`,
  );
