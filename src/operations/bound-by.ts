/** Hands a pure computation what its queries bind to: it is run until it asks for nothing new. */

import type { Bound } from "../compiler";
import type { BindAnswer, BindRequest } from "../kql/check";
import type { Binder } from "../repository";

/** A computation may ask for more once it has answers; one that never comes to rest is stopped here, with what it has. */
const ROUNDS_MAX = 8;

/** The computation must give the same for the same answers; it sees each query answered, or undefined on the way there. */
export async function boundBy<Result>(binder: Binder, compute: (bound: Bound) => Result): Promise<Result> {
  const known = new Map<string, BindAnswer>();
  for (let round = 1; ; round++) {
    const asked = new Map<string, BindRequest>();
    const result = compute((request) => {
      const key = JSON.stringify(request);
      const answer = known.get(key);
      if (!answer) asked.set(key, request);
      return answer;
    });
    if (asked.size === 0 || round === ROUNDS_MAX) return result;
    const answers = await binder.bindAll([...asked.values()]);
    for (const [index, key] of [...asked.keys()].entries()) {
      const answer = answers[index];
      if (answer) known.set(key, answer);
    }
  }
}
