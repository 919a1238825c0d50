import { describe, expect, test } from "vitest";
import { exampleText } from "../../src/diagnostics";
import { checks, checkWorkflow } from "../../src/playbook/check";
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

test("a `prefer` of an error has no other error", () => {
  const errors = checks
    .filter(({ severity, prefer }) => severity === "error" && "definition" in JSON.parse(exampleText(prefer)))
    .map(({ code, prefer }) => [
      code,
      checkWorkflow(JSON.parse(exampleText(prefer))).filter(({ severity }) => severity === "error"),
    ]);
  expect(errors.filter(([, found]) => (found ?? []).length > 0)).toEqual([]);
});

test("codes are unique and of this room", () => {
  const codes = checks.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index || !/^PKT4\d{3}$/.test(code))).toEqual([]);
});
