/** Keeps what a program says to its monitor, and gives it back in an order that does not depend on timing. */

import { compareTexts } from "../diagnostics";
import type { Invocation } from "./answers";
import type { PropertyMap } from "./property-value";
import type { Registration } from "./registration";

/** Mutable while the program runs. */
export interface Recording {
  readonly registrations: Map<string, Registration>;
  readonly outputs: Map<string, PropertyMap>;
  readonly invocations: Invocation[];
  readonly messages: LogMessage[];
  /** Registrations that failed, as sentences. */
  readonly refusals: string[];
}

export interface LogMessage {
  readonly severity: "info" | "warning" | "error";
  readonly message: string;
  /** The resource that it is about. */
  readonly urn?: string;
}

export function newRecording(): Recording {
  return { registrations: new Map(), outputs: new Map(), invocations: [], messages: [], refusals: [] };
}

/** Parents before children, what is depended on before what depends on it; among equals by URN. */
export function orderedRegistrations({ registrations }: Recording): readonly Registration[] {
  const depths = new Map<string, number>();
  const depthOf = (urn: string) => depths.get(urn) ?? 0;
  // A program can name a resource only after the monitor has answered its registration, so one pass in order of arrival is enough.
  for (const [urn, registration] of registrations) {
    depths.set(urn, 1 + Math.max(0, ...predecessorsOf(registration).map(depthOf)));
  }
  return [...registrations.values()].sort(
    (left, right) => depthOf(left.urn) - depthOf(right.urn) || compareTexts(left.urn, right.urn),
  );
}

function predecessorsOf({ parent, options }: Registration): readonly string[] {
  const { dependsOn = [], provider, providers = {} } = options;
  const references = [provider, ...Object.values(providers)].flatMap((reference) => reference ?? []);
  const providerUrns = references.map((reference) => reference.slice(0, reference.lastIndexOf("::")));
  return [...(parent === undefined ? [] : [parent]), ...dependsOn, ...providerUrns];
}
