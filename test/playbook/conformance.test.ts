import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkWorkflow } from "../../src/playbook/check";

const folder = join(__dirname, "../../../shared/conformance/logicapps");
const isThere = existsSync(folder);

test("workflows that the service took have no error", () => {
  const files = isThere ? readdirSync(join(folder, "workflows")) : [];
  const errors = files.flatMap((file) => {
    const { id, workflow } = JSON.parse(readFileSync(join(folder, "workflows", file), "utf8"));
    return checkWorkflow(workflow)
      .filter(({ severity }) => severity === "error")
      .map((each) => [id, each]);
  });
  console.info(`${files.length} valid workflows`);
  expect(errors).toEqual([]);
});

test("broken workflows have a finding at the place", () => {
  const lines = isThere ? readFileSync(join(folder, "broken.jsonl"), "utf8").trim().split("\n") : [];
  const missed = lines
    .map((line) => JSON.parse(line))
    .filter(({ where, severity, workflow }) => {
      const found = checkWorkflow(workflow).filter((each) => each.severity === severity);
      return !found.some(({ action = "" }) => where.startsWith("all ") || where.split(" and ").includes(action));
    });
  console.info(`${lines.length} broken workflows`);
  expect(missed.map(({ id }) => id)).toEqual([]);
});
