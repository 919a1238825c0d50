/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { unreadable } from "./unreadable";

export const repositoryChecks: readonly CheckInfo[] = [unreadable];
