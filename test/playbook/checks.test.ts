import { describe, expect, test } from "vitest";
import { exampleText } from "../../src/diagnostics";
import { checks, checkWorkflow } from "../../src/playbook/check";
import { stalePages } from "../stale-pages";
import { findingsIn } from "./findings-in";

const codesOf = async (example: string, code: string): Promise<readonly string[]> =>
  (await findingsIn(example, code)).map((each) => each.code);

describe.each(checks.map((check) => [check.code, check] as const))("%s", (code, check) => {
  test("its `avoid` has it", async () => {
    expect(await codesOf(exampleText(check.avoid), code)).toContain(code);
  });

  test("its `prefer` has not", async () => {
    expect(await codesOf(exampleText(check.prefer), code)).not.toContain(code);
  });

  test("what looks alike has not", async () => {
    expect(await codesOf(exampleText(check.nearMiss), code)).not.toContain(code);
  });
});

test("what a record shows as right is taken by the service: it has no error", () => {
  const errors = checks.flatMap(({ code, prefer, nearMiss }) =>
    [prefer, nearMiss].flatMap((example) => {
      const request = JSON.parse(exampleText(example));
      if (request.definition === undefined) return [];
      return checkWorkflow(request).flatMap((each) => (each.severity === "error" ? [[code, each.code]] : []));
    }),
  );
  expect(errors).toEqual([]);
});

test("the page of each check is what its record says", () => {
  expect(stalePages(checks)).toEqual([]);
});

test("codes are unique and of this room", () => {
  const codes = checks.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index || !/^PKT4\d{3}$/.test(code))).toEqual([]);
});
