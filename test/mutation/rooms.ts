/** All rooms that are mutated. */

import type { MutationRoom } from "./room";

export const rooms: readonly MutationRoom[] = [
  {
    name: "access",
    sources: ["src/access/**/*.ts"],
    tests: ["test/access/**/*.test.ts"],
    slow: ["test/access/oracle.test.ts"],
  },
  {
    name: "playbook",
    sources: ["src/playbook/**/*.ts"],
    tests: ["test/playbook/**/*.test.ts"],
  },
];
