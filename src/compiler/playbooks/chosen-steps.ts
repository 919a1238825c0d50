/** The steps of a document, with their settings checked and what they name resolved. */

import { type Diagnostic, didYouMean, finding, type Parsed } from "../../diagnostics";
import { pointerStep } from "../../documents";
import type { Json, Stage } from "../../plan";
import { type ChosenStep, type Settings, type Step, stepNamed } from "../../playbook/steps";
import { stepOrder } from "../checks/playbooks/step-order";
import { stepSpelling } from "../checks/playbooks/step-spelling";
import { unknownReference } from "../checks/playbooks/unknown-reference";
import type { Effective, Frame } from "../frame";
import { iso } from "../kinds/rule-inputs";
import { lowestStage } from "../stages";
import { groupValue } from "./group-value";

/** A step with the place where it stands. */
export interface PlacedStep extends ChosenStep {
  readonly pointer: string;
  /** Keys of settings that are shared by all steps are left out of `settings`. */
  readonly stage: Stage;
}

interface Written {
  readonly step: Step;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

export function chosenSteps(effective: Effective<"Playbook">, frame: Frame): Parsed<readonly PlacedStep[]> {
  const diagnostics: Diagnostic[] = [];
  const counts = new Map<string, number>();
  const written = (effective.body.steps ?? []).flatMap((each, index) =>
    writtenStep(each, index, effective, diagnostics),
  );
  const value = written.map((each): PlacedStep => {
    const { step, pointer } = each;
    const { ask, stage, onFailure, ...own } = each.settings as Readonly<Record<string, Json>>;
    const count = (counts.get(step.name) ?? 0) + 1;
    counts.set(step.name, count);
    const resolved = resolvedSettings(step, own, { effective, frame, pointer, diagnostics });
    const reached = lowestStage(effective.stage, stage as Stage | undefined);
    return {
      step,
      name: count === 1 ? step.name : `${step.name}-${count}`,
      pointer,
      stage: reached,
      ...resolved,
      isActing: reached === "enforce",
      asksAlways: ask === "always" || (step.kind === "account" && step.ask === "always"),
      continuesOnFailure: onFailure === "continue",
    };
  });
  return { value, diagnostics: [...diagnostics, ...orderFindings(value, effective)] };
}

/** A name, or a mapping from one name to settings; a text in their place is the title. */
function writtenStep(
  each: unknown,
  index: number,
  { at }: Effective<"Playbook">,
  diagnostics: Diagnostic[],
): readonly Written[] {
  const pointer = `/steps/${index}`;
  const names = typeof each === "string" ? [each] : Object.keys(each as object);
  const [name = ""] = names;
  const step = stepNamed(name);
  if (names.length !== 1 || !step) {
    const message =
      names.length === 0 ? "a step without a name" : `one step with ${names.length} names: ${names.join(", ")}`;
    diagnostics.push(finding(stepSpelling, { message, help: "each step starts with its own hyphen", at: at(pointer) }));
    return [];
  }
  const own = typeof each === "string" ? {} : (each as Readonly<Record<string, unknown>>)[name];
  const settings = typeof own === "string" ? { title: own } : (own as Readonly<Record<string, unknown>>);
  const missing = (step.settings.required ?? []).filter((key: string) => settings[key] === undefined);
  if (missing.length > 0) {
    const message = `\`${name}\` needs ${missing.map((key: string) => `\`${key}\``).join(", ")}`;
    diagnostics.push(finding(stepSpelling, { message, at: at(pointer) }));
    return [];
  }
  return [{ step, settings, pointer: typeof each === "string" ? pointer : pointer + pointerStep(name) }];
}

interface Resolving {
  readonly effective: Effective<"Playbook">;
  readonly frame: Frame;
  readonly pointer: string;
  readonly diagnostics: Diagnostic[];
}

/** Watchlists go in by their alias; groups as parameters, because only the deployment may know their id. */
function resolvedSettings(
  step: Step,
  own: Settings,
  { effective, frame, pointer, diagnostics }: Resolving,
): Pick<ChosenStep, "settings" | "parameters"> {
  const settings: Record<string, Json> = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, isDuration(step, key) ? iso(String(value)) : value]),
  );
  const parameters: Record<string, Json> = {};
  for (const [key, kind] of Object.entries(step.references ?? {})) {
    const name = String(own[key]);
    const at = effective.at(`${pointer}/${key}`);
    if (kind === "Group") {
      const group = groupValue(name, frame);
      if (group === undefined) diagnostics.push(unknown("Group", name, [...frame.access.groups.keys()], at));
      else parameters[key] = group;
      continue;
    }
    const { watchlists } = frame.library;
    const found = watchlists.find((each) => each.key === name);
    if (!found && frame.tenant)
      diagnostics.push(
        unknown(
          "Watchlist",
          name,
          watchlists.map((each) => each.key),
          at,
        ),
      );
    settings[key] = found?.alias ?? name;
  }
  return { settings, parameters };
}

function isDuration({ settings }: Step, key: string): boolean {
  return (settings.properties[key] as { readonly format?: string } | undefined)?.format === "duration";
}

function unknown(kind: string, name: string, known: readonly string[], at: Diagnostic["at"]): Diagnostic {
  const help = didYouMean(name, known);
  const message = `no ${kind} has the key \`${name}\``;
  return finding(unknownReference, { message, ...(at ? { at } : {}), ...(help ? { help } : {}) });
}

/** A question after what it asks about would come too late. */
function orderFindings(steps: readonly PlacedStep[], { at }: Effective<"Playbook">): readonly Diagnostic[] {
  const firstAct = steps.findIndex(({ step }) => step.kind === "account");
  if (firstAct < 0) return [];
  return steps.slice(firstAct).flatMap(({ step, pointer }) => {
    if (step.kind !== "gate") return [];
    const message = `\`${step.name}\` stands after \`${steps[firstAct]?.name}\`, which it decides about`;
    return [finding(stepOrder, { message, at: at(pointer) })];
  });
}
