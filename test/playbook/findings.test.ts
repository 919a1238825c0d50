/** Each record's `avoid` as a user sees it: severity, place, message and help, in one golden text. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleText } from "../../src/diagnostics";
import { checks } from "../../src/playbook/check";
import { findingsIn } from "./findings-in";

test("findings read as they should", async () => {
  const lines: string[] = [];
  for (const { code, avoid } of checks)
    for (const { severity, action = "", pointer = "", message, help = "", ...found } of await findingsIn(
      exampleText(avoid),
      code,
    ))
      if (found.code === code) lines.push([code, severity, action, pointer, message, help].join(" | ").trimEnd());
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(__dirname, "findings.txt"));
});
