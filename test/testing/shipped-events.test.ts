import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { standardTable } from "../../src/kql/check";
import { readEvents } from "../../src/testing/detection/event-files";
import { typedEvents } from "../../src/testing/detection/typed-events";

const folder = join(__dirname, "../../rules/new-user-from-bad-source/events");
const TABLES: Readonly<Record<string, string>> = { indicator: "ThreatIntelIndicators", risk: "AADUserRiskEvents" };

test.each(readdirSync(folder))("%s fits its table", (file) => {
  const name = TABLES[file.split(/[-.]/)[0] ?? ""] ?? "SigninLogs";
  const read = readEvents(file, readFileSync(join(folder, file), "utf8"));
  const typed = typedEvents(read.value, { name, columns: standardTable(name)?.columns ?? [], now: 0, isLog: true });
  expect([...read.diagnostics, ...typed.diagnostics].map(({ message }) => message)).toEqual([]);
});
