/** The command line starts from one file that is made of the sources, and says the same as they do. */

import { execFileSync } from "node:child_process";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(__dirname, "..", "..");

test("the bundle is made once, and knows the project's folder", () => {
  const { readyBundle } = require("../../bin/bundle.js") as { readonly readyBundle: () => string | undefined };
  const bundle = readyBundle() ?? "";
  expect(existsSync(bundle)).toBe(true);
  expect(readyBundle()).toBe(bundle);
  const explained = execFileSync(process.execPath, [bundle, "explain", "PKT2010"], { cwd: ROOT, encoding: "utf8" });
  expect(explained.split("\n")[0]).toBe("error[PKT2010]: a neighbouring row where rows have no order");
});

test("what V8 compiled of the bundle is kept, and what it runs from then on says the same", () => {
  const picket = () =>
    execFileSync(process.execPath, [join(ROOT, "bin", "picket.js"), "explain", "PKT2010"], {
      cwd: ROOT,
      encoding: "utf8",
    });
  const { readyBundle } = require("../../bin/bundle.js") as { readonly readyBundle: () => string | undefined };
  const code = `${readyBundle()}.code`;
  rmSync(code, { force: true });
  const first = picket();
  expect(statSync(code).size).toBeGreaterThan(100_000);
  expect(picket()).toBe(first);
  writeFileSync(code, "of another Node");
  expect(picket()).toBe(first);
  expect(statSync(code).size).toBeGreaterThan(100_000);
});
