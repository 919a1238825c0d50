/** A few hundred inputs of each room; `npm run fuzz` tries as many as there is time for. */

import { expect, test } from "vitest";
import { tryInput } from "./room";
import { rooms } from "./rooms";

const INPUTS = 300;
const SEED = 20260115;

test.each(rooms.map((room) => [room.name, room] as const))("%s: any input is answered with findings", (name, room) => {
  console.log(`${name}: ${INPUTS} inputs from seed ${SEED}`);
  const problems = Array.from({ length: INPUTS }, (_, index) => ({
    seed: SEED + index,
    ...tryInput(room, SEED + index),
  }))
    .filter(({ problem }) => problem !== undefined)
    .map(({ seed, problem }) => `${seed} ${problem}`);
  expect(problems).toEqual([]);
});
