/** A computation is run until it asks for nothing new, and each query is bound once. */

import { expect, test } from "vitest";
import type { BindRequest } from "../../src/kql/check";
import { boundBy } from "../../src/operations/bound-by";
import type { Binder } from "../../src/repository";

function told(asked: string[][]): Binder {
  return {
    bindAll: async (requests: readonly BindRequest[]) => {
      asked.push(requests.map(({ text }) => text));
      return requests.map(({ text }) => ({
        findings: [],
        refusals: [],
        columns: [{ name: text, type: "long" as const }],
        untyped: [],
        isOpen: false,
        reads: { tables: [], functions: [], watchlists: [] },
        lookBacks: [],
      }));
    },
    end: () => undefined,
  };
}

test("what is asked for once an answer is there is bound too", async () => {
  const asked: string[][] = [];
  const result = await boundBy(told(asked), (bound) => {
    const first = bound({ text: "a" });
    const again = bound({ text: "a" });
    const second = first && bound({ text: `${first.columns[0]?.name}b` });
    return [again?.columns[0]?.name, second?.columns[0]?.name];
  });
  expect(result).toEqual(["a", "ab"]);
  expect(asked).toEqual([["a"], ["ab"]]);
});
