/** A near-real-time rule becomes a generic resource: the typed API does not know the kind. */

import type { KindCompiler } from "../frame";
import { previewRule } from "./preview-rule";
import { checkRule } from "./rule-checks";
import { compileRule } from "./rule-compiled";

export const nrt: KindCompiler<"NRT"> = {
  kind: "NRT",
  plane: "analytics",
  check: checkRule,
  compile: (effective, frame) =>
    compileRule(effective, frame, ({ body }, _, rule) => previewRule("NRT", body, rule, frame)),
};
