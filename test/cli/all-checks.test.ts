/** What holds for the records of all rooms; that the examples do what they say is tested in each room. */

import { expect, test } from "vitest";
import { allChecks } from "../../src/cli/all-checks";
import { exampleText } from "../../src/diagnostics";

test("a near miss is a text of its own", () => {
  const copies = allChecks.filter(({ avoid, prefer, nearMiss }) =>
    ["", exampleText(avoid), exampleText(prefer)].includes(exampleText(nearMiss)),
  );
  expect(copies.map(({ code }) => code)).toEqual([]);
});
