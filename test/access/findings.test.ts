/** Each record's `avoid` as a user sees it: severity, place, message and help, in one golden text. */

import { join } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../../src/access/check";
import { findingsIn } from "./findings-in";

test("findings read as they should", async () => {
  const lines = checks.flatMap(({ code, avoid }) =>
    findingsIn(avoid)
      .filter((each) => each.code === code)
      .map(({ severity, pointer = "", message, help }) =>
        [code, severity, pointer, message, help ?? ""].join(" | ").trimEnd(),
      ),
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(__dirname, "findings.txt"));
});
