import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { watchCheck } from "../../src/operations/project";

const rule = (severity: string) => `# a rule
key: a
name: a
kind: NRT
severity: ${severity}
query: SigninLogs | where IPAddress == "192.0.2.1"
`;

test("tells the first verdict, then only what is new and what is gone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "picket-watch-"));
  const verdicts: string[] = [];
  const waiting: (() => void)[] = [];
  const next = () => new Promise<void>((go) => waiting.push(go));
  const first = next();
  mkdirSync(join(folder, "rules"));
  const stop = watchCheck({
    folder,
    paths: [],
    clock: () => "2026-01-15T12:00:00Z",
    onVerdict: ({ checked, added, gone }) => {
      const codes = (each: typeof added) => each.map(({ code }) => code).join(" ");
      verdicts.push(`${checked.documents} documents, new: ${codes(added)}, gone: ${codes(gone)}`);
      waiting.shift()?.();
    },
  });
  try {
    await first;
    const change = async (path: string, text: string) => {
      const told = next();
      writeFileSync(join(folder, path), text);
      await told;
    };
    await change("rules/a.yaml", rule("Hihg"));
    // A change that changes no verdict is not told: the next one is of what follows.
    writeFileSync(join(folder, "rules/a.yaml"), `\n\n${rule("Hihg")}`);
    await new Promise((go) => setTimeout(go, 300));
    mkdirSync(join(folder, "rules/deep"));
    await new Promise((go) => setTimeout(go, 300));
    await change("rules/deep/b.yaml", "not: [closed\n");
    await change("rules/a.yaml", rule("High"));
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(verdicts).toEqual([
    "0 documents, new: , gone: ",
    "0 documents, new: PKT1024, gone: ",
    "0 documents, new: PKT1001, gone: ",
    "1 documents, new: , gone: PKT1024",
  ]);
});
