/** The pages of checks that are not what their records say: examples and words of a record are held by its page. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPage } from "../src/cli/check-page";
import type { CheckInfo } from "../src/diagnostics";

export function stalePages(checks: readonly CheckInfo[]): readonly string[] {
  const page = (code: string) => join(__dirname, `../docs/checks/${code}.md`);
  const isTrue = (check: CheckInfo) =>
    existsSync(page(check.code)) && readFileSync(page(check.code), "utf8") === checkPage(check);
  return checks.filter((check) => !isTrue(check)).map(({ code }) => code);
}
