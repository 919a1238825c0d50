/** Mistakes in what a case expects: names that can't come out whatever the events. */

import { ENTITY_TYPES, identifiersOf, TACTICS } from "../../azure";
import { type Diagnostic, didYouMean } from "../../diagnostics";
import { pointerStep } from "../../documents";
import type { Column } from "../../kql/run";
import type { DetectionRule } from "../../sentinel";
import { badTest, type CaseFrame } from "./case-frame";

/** What the subject can give. */
interface Result {
  readonly rule: DetectionRule | undefined;
  readonly columns: readonly Column[];
}

interface Named {
  /** What a name of this sort is called. */
  readonly noun: string;
  readonly names: readonly string[];
  /** Pointer to where a name stands. */
  readonly pointer: string;
  readonly part: "key" | "value";
}

export function expectationFindings(frame: CaseFrame, { rule, columns }: Result): readonly Diagnostic[] {
  const { expect } = frame.body;
  const own = Object.keys(expect);
  if (own.length === 0) return [badTest("the case expects nothing", frame.at("/expect"))];
  const foreign = own.find((key) => !rule && key !== "rows");
  if (foreign) return [badTest("only a rule has alerts and incidents", frame.at(`/expect/${foreign}`, "key"))];
  const look = (name: string, { noun, names, pointer, part }: Named): readonly Diagnostic[] =>
    names.includes(name)
      ? []
      : [badTest(`no ${noun} has the name \`${name}\``, frame.at(pointer, part), didYouMean(name, names))];
  const rows = listOf(expect.rows).flatMap((row, index) =>
    Object.keys(row).flatMap((name) =>
      look(name, {
        noun: "column of the result",
        names: columns.map((each) => each.name),
        pointer: `/expect/rows/${index}${pointerStep(name)}`,
        part: "key",
      }),
    ),
  );
  const alerts = listOf(expect.alerts).flatMap((alert, index) => {
    const pointer = `/expect/alerts/${index}`;
    const keys = (key: "customDetails" | "properties", noun: string, names: readonly string[]) =>
      Object.keys(alert[key] ?? {}).flatMap((name) =>
        look(name, { noun, names, pointer: `${pointer}/${key}${pointerStep(name)}`, part: "key" }),
      );
    const dynamic = (rule?.alertDetailsOverride?.alertDynamicProperties ?? []).map((each) => each.alertProperty);
    return [
      ...keys("customDetails", "custom detail of the rule", Object.keys(rule?.customDetails ?? {})),
      ...keys("properties", "property that the rule sets", dynamic),
      ...(alert.tactics ?? []).flatMap((name, slot) =>
        look(name, { noun: "tactic", names: TACTICS, pointer: `${pointer}/tactics/${slot}`, part: "value" }),
      ),
      ...entityFindings(frame, `${pointer}/entities`, { entities: alert.entities, look }),
    ];
  });
  const incidents = listOf(expect.incidents).flatMap((incident, index) =>
    entityFindings(frame, `/expect/incidents/${index}/entities`, { entities: incident.entities, look }),
  );
  return [...rows, ...alerts, ...incidents];
}

function listOf<T>(value: number | readonly T[] | undefined): readonly T[] {
  return typeof value === "object" ? value : [];
}

interface ExpectedEntities {
  readonly entities: Readonly<Record<string, readonly unknown[]>> | undefined;
  readonly look: (name: string, named: Named) => readonly Diagnostic[];
}

function entityFindings(
  frame: CaseFrame,
  pointer: string,
  { entities = {}, look }: ExpectedEntities,
): readonly Diagnostic[] {
  return Object.entries(entities).flatMap(([type, list]) => {
    const own = `${pointer}${pointerStep(type)}`;
    const wrong = look(type, { noun: "type of entity", names: ENTITY_TYPES, pointer: own, part: "key" });
    if (wrong.length > 0) return wrong;
    return list.flatMap((entity, index) => {
      if (typeof entity !== "object") return [];
      if (entity === null || Array.isArray(entity))
        return [badTest("expected a text or identifiers", frame.at(`${own}/${index}`))];
      return Object.keys(entity).flatMap((name) =>
        look(name, {
          noun: `identifier of ${type}`,
          names: identifiersOf(type),
          pointer: `${own}/${index}${pointerStep(name)}`,
          part: "key",
        }),
      );
    });
  });
}
