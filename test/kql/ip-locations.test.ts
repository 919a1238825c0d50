/** Where addresses are said to be: the narrowest network, both versions of addresses, and what a file may say. */

import { expect, test } from "vitest";
import { locator } from "../../src/kql/execute/ip-locations";

const at = locator({
  "203.0.113.0/24": { country: "A", latitude: 10 },
  "203.0.113.7": { country: "B" },
  "2001:db8::/32": { country: "C" },
  "0.0.0.0/0": {},
});
const withOthers = locator({ "203.0.113.0/24": { country: "A" }, "*": { country: "D" } });

test.each([
  ["203.0.113.8", [["country", "A"]]],
  ["203.0.113.7", [["country", "B"]]],
  ["::ffff:203.0.113.7", [["country", "B"]]],
  ["2001:db8:7::1", [["country", "C"]]],
  ["198.51.100.1", []],
  ["2001:db9::1", undefined],
  ["203.0.113.7/32", undefined],
  ["", undefined],
])("%s", (address, wanted) => {
  const found = at(address);
  const shown = found instanceof Map ? [...found].filter(([name]) => name === "country") : found;
  expect(shown).toEqual(wanted);
});

test("others stand for every text that no network covers", () => {
  expect(
    ["203.0.113.7", "203.0.114.1", "", "x"].map((text) => (withOthers(text) as Map<string, string>).get("country")),
  ).toEqual(["A", "D", "D", "D"]);
});
