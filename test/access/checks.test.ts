/** Every record's examples: `avoid` has its code, `prefer` does not, `nearMiss` has nothing at all. */

import { describe, expect, test } from "vitest";
import { checks } from "../../src/access/check";
import { stalePages } from "../stale-pages";
import { findingsIn } from "./findings-in";

describe("records", () => {
  test("codes are the room's own and used once", () => {
    const codes = checks.map(({ code }) => code);
    expect(codes.filter((code) => !/^PKT3\d{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(checks.map((record) => [record.code, record] as const))("%s", (code, { avoid, prefer, nearMiss }) => {
    expect(findingsIn(avoid).map((each) => each.code)).toContain(code);
    expect(findingsIn(prefer).filter((each) => each.code === code)).toEqual([]);
    expect(findingsIn(nearMiss)).toEqual([]);
  });

  test.each(checks.map((record) => [record.code, record] as const))("%s: the way out is sound", (_, { prefer }) => {
    expect(findingsIn(prefer).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("the page of each is what it says", () => {
    expect(stalePages(checks)).toEqual([]);
  });

  test("messages are one lower-case line without a final stop", () => {
    const messages = checks.flatMap(({ avoid }) => findingsIn(avoid).map(({ message }) => message));
    expect(
      messages.filter((message) =>
        /^[A-Z](?![A-Z])|[.\n]$|\byou\b/.test(message.replace(/^(Microsoft|ActiveSync)/, "")),
      ),
    ).toEqual([]);
  });
});
