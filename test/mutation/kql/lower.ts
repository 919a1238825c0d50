/** Lowers the query on stdin and stores its program. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { programOf } from "./storing-program";

process.env.PICKET_MUTATED_ROOT ??= join(__dirname, "../../..");
programOf(readFileSync(0, "utf8"));
