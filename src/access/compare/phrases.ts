/** Conditions that are better named as the policy names them than by what they come down to: locations, filters, flows. */

import { authenticationFlows } from "../conditions/authentication-flows";
import { devices } from "../conditions/devices";
import { locations } from "../conditions/locations";
import { type KnownRule, readFilter } from "../filters/check-filter";
import type { CompiledPolicy } from "../model/compile-policy";
import { flagsOf, idsOf } from "../model/condition";
import type { Formula } from "../model/formula";
import type { World } from "../model/world";
import type { Names } from "./names";

export interface Phrase {
  readonly formula: Formula;
  /** Where the formula holds, and where it does not. */
  readonly whenTrue: string;
  readonly whenFalse: string;
}

/** Dimensions that phrases speak for: they are named only where no phrase will do. */
export const PHRASED_DIMENSIONS =
  /^(address|country|country by GPS|compliant network|device .*|authentication flow|original transfer method)$/;

export function phrasesOf(policies: readonly CompiledPolicy[], world: World, names: Names): readonly Phrase[] {
  const context = { world, refuse: () => undefined };
  return policies.flatMap(({ definition }) => {
    const { locations: places, devices: device, authenticationFlows: flows } = definition;
    const ids = [...idsOf(places?.includeLocations), ...idsOf(places?.excludeLocations)].filter((id) => id !== "all");
    const rule = device?.deviceFilter?.rule;
    const methods = flagsOf<string>(flows?.transferMethods).filter((method) => method !== "none");
    return [
      ...[...new Set(ids)].map((id) => ({
        formula: locations.formula({ locations: { includeLocations: [id] } }, context),
        whenTrue: `from ${names.location(id)}`,
        whenFalse: `from outside ${names.location(id)}`,
      })),
      ...(rule
        ? [devicePhrase(rule, devices.formula({ devices: { deviceFilter: { mode: "include", rule } } }, context))]
        : []),
      ...(methods.length > 0
        ? [
            {
              formula: authenticationFlows.formula(
                { authenticationFlows: { transferMethods: methods.join(",") } },
                context,
              ),
              whenTrue: `by ${methods.map(flowWords).join(" or ")}`,
              whenFalse: `without ${methods.map(flowWords).join(" or ")}`,
            },
          ]
        : []),
    ];
  });
}

function flowWords(method: string): string {
  return method === "deviceCodeFlow" ? "device code flow" : "authentication transfer";
}

function devicePhrase(rule: string, formula: Formula): Phrase {
  const { value } = readFilter(rule, "device");
  if (value && isManaged(value)) return { formula, whenTrue: "on managed devices", whenFalse: "on unmanaged devices" };
  if (value && isUnmanaged(value))
    return { formula, whenTrue: "on unmanaged devices", whenFalse: "on managed devices" };
  return { formula, whenTrue: `on devices with \`${rule}\``, whenFalse: `on devices without \`${rule}\`` };
}

/** Compliant or hybrid joined. */
function isManaged(rule: KnownRule): boolean {
  if (rule.kind === "or") return rule.parts.every(isManaged);
  return rule.kind === "comparison" && !rule.isNegative && asksForManagement(rule);
}

/** Neither compliant nor hybrid joined. */
function isUnmanaged(rule: KnownRule): boolean {
  if (rule.kind === "and") return rule.parts.every(isUnmanaged);
  return rule.kind === "comparison" && rule.isNegative && asksForManagement(rule);
}

function asksForManagement({ attribute, values }: Extract<KnownRule, { kind: "comparison" }>): boolean {
  const value = String(values[0]).toLowerCase();
  return (
    (attribute.name === "isCompliant" && value === "true") || (attribute.name === "trustType" && value === "serverad")
  );
}
