/** All rooms that are fuzzed. */

import { documents } from "./documents";
import { kql } from "./kql";
import { playbooks } from "./playbook";
import type { FuzzRoom } from "./room";

export const rooms: readonly FuzzRoom[] = [documents, kql, playbooks];
