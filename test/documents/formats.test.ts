import { isIPv4, isIPv6 } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats, isoDuration, parseDuration } from "../../src/documents";
import { isIPv4 as ownIPv4, isIPv6 as ownIPv6 } from "../../src/documents/shape/ip-address";

describe("durations", () => {
  test.each([
    ["5m", "PT5M"],
    ["1h", "PT1H"],
    ["14d", "P14D"],
    ["1h10m", "PT1H10M"],
    ["1H", "PT1H"],
    ["90m", "PT1H30M"],
    ["24h", "P1D"],
    ["PT5M", "PT5M"],
    ["P1DT2H30M", "P1DT2H30M"],
    ["P14D", "P14D"],
    ["01:30:00", "PT1H30M"],
    ["1.00:00:00", "P1D"],
    ["0m", "PT0S"],
  ])("%s is %s", (text, iso) => {
    const duration = parseDuration(text);
    expect(duration && isoDuration(duration)).toBe(iso);
  });

  test.each(["", "5", "m", "P", "PT", "P1DT", "P1h", "PP1D", "1h 10m", "-1h", "1.5h", "PT1D", "1w", "soon"])(
    "%j is none",
    (text) => {
      expect(parseDuration(text)).toBe(undefined);
    },
  );

  test("what is written is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        expect(parseDuration(isoDuration({ seconds }))).toEqual({ seconds });
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

test("addresses are told as Node tells them", () => {
  const junk = fc.stringMatching(/^[0-9a-f:.]{0,20}$/);
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), junk), (text) => {
      expect([ownIPv4(text), ownIPv6(text)]).toEqual([isIPv4(text), isIPv6(text)]);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test.each([
  ["192.0.2.0/24", true],
  ["192.0.2.1", true],
  ["2001:db8::/32", true],
  ["192.0.2.0/33", false],
  ["192.0.2/24", false],
  ["2001:db8::/129", false],
  ["192.0.2.0/24/1", false],
  ["example", false],
])("%s as a range: %s", (text, expected) => {
  expect(formats.cidr.test(text)).toBe(expected);
});
