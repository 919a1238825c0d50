/** Where functions that look at neighbours are evaluated: in steps that tell which row is at hand, and where no row is passed over. Elsewhere they would be answered wrongly. */

import { functionNamed } from "../functions/registry";
import type { Call } from "../ir/scalar";
import type { Step } from "../ir/step";
import type { Scope } from "./scope";

/** Steps that tell which row is at hand. `serialize` is an `extend` here. */
const ROW_BY_ROW: ReadonlySet<Step["kind"]> = new Set(["extend", "project", "where"]);

/** These evaluate their later arguments for some rows only. */
const LAZY: ReadonlySet<string> = new Set(["iff", "case", "coalesce", "and", "or"]);

/** These only look at another row; the others count from row to row, and would miss those that are passed over. */
const NEIGHBOURS: ReadonlySet<string> = new Set(["prev", "next"]);

/** Which functions that look around a place may have. */
type Allowed = "all" | "neighbours" | "none";

/** Reports each call that stands where it can't be evaluated. */
export function checkWindows(step: Step, scope: Scope): void {
  for (const part of Object.values(step)) look(part, ROW_BY_ROW.has(step.kind) ? "all" : "none", scope);
}

function look(part: unknown, allowed: Allowed, scope: Scope): void {
  if (typeof part !== "object" || part === null) return;
  const { kind } = part as { readonly kind?: string };
  // The steps of a pipe inside were looked at when it was lowered.
  if (kind === "pipe") return;
  if (kind === "call") lookAtCall(part as Call, allowed, scope);
  else for (const each of Object.values(part)) look(each, allowed, scope);
}

function lookAtCall({ name: written, args, at }: Call, allowed: Allowed, scope: Scope): void {
  const { name = written, is } = functionNamed(written) ?? {};
  const isAllowed = allowed === "all" || (allowed === "neighbours" && NEIGHBOURS.has(name));
  if (is === "window" && !isAllowed) {
    const where =
      allowed === "none"
        ? "outside of `extend`, `project`, `serialize` and `where`"
        : "where some rows may be passed over";
    scope.parts.problems.push({ refusal: "unsupported", message: `\`${name}\` ${where} is not evaluated`, at });
  }
  args.forEach((arg, index) => {
    const isSometimes = index > 0 && LAZY.has(name);
    look(arg, isSometimes && allowed === "all" ? "neighbours" : allowed, scope);
  });
}
