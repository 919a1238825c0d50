/** What holds for the records of all rooms; that the examples do what they say is tested in each room. */

import { expect, test } from "vitest";
import { allChecks } from "../../src/cli/all-checks";
import { exampleText } from "../../src/diagnostics";

/** From here on records without a near miss are still to be given one. */
const WITHOUT_FROM = "PKT50";

test("checks have a near miss", () => {
  const without = allChecks.filter(({ code, nearMiss }) => nearMiss === undefined && code < WITHOUT_FROM);
  expect(without.map(({ code }) => code)).toEqual([]);
});

test("a near miss is a text of its own", () => {
  const copies = allChecks.filter(
    ({ avoid, prefer, nearMiss }) =>
      nearMiss !== undefined && ["", exampleText(avoid), exampleText(prefer)].includes(exampleText(nearMiss)),
  );
  expect(copies.map(({ code }) => code)).toEqual([]);
});
