/** What an update did, from the engine's own event log. */

export interface EngineEvents {
  /** Names of the resources of Azure and Entra, by what was done with them. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
  /** How many of them stayed as they are. */
  readonly unchanged: number;
  /** Names of those with which something failed. */
  readonly failed: readonly string[];
  /** Paths of the inputs that differed, by name of the resource. */
  readonly differences: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export function eventsOf(log: string): EngineEvents {
  const lines = log.split("\n").filter((line) => line !== "");
  const events = lines.map((line) => JSON.parse(line) as EngineEvent);
  const stepsOf = (key: "resOutputsEvent" | "resOpFailedEvent") =>
    events.flatMap((event) => event[key]?.metadata ?? []).filter(({ type }) => /^(azure-native|azuread):/.test(type));
  const done = stepsOf("resOutputsEvent");
  const changed = done.filter(({ op }) => op !== "same");
  const created = new Set(changed.flatMap(({ op, urn }) => (op === "create" ? [nameOf(urn)] : [])));
  const deleted = new Set(changed.flatMap(({ op, urn }) => (op === "delete" ? [nameOf(urn)] : [])));
  // A name whose type changes is another resource to the engine, to a reader the same one made anew.
  const wordsFor = ({ op, urn }: Step) =>
    created.has(nameOf(urn)) && deleted.has(nameOf(urn)) ? ["replace"] : wordsOf(op);
  return {
    changes: grouped(changed.flatMap((step) => wordsFor(step).map((word) => [word, nameOf(step.urn)] as const))),
    unchanged: done.length - changed.length,
    failed: sorted(stepsOf("resOpFailedEvent").map(({ urn }) => nameOf(urn))),
    differences: grouped(
      changed.flatMap(({ urn, detailedDiff }) =>
        Object.keys(detailedDiff ?? {}).map((path) => [nameOf(urn), path] as const),
      ),
    ),
    errors: told(events, "error"),
    warnings: told(events, "warning").filter((message) => !message.startsWith("using pulumi-")),
  };
}

interface EngineEvent {
  readonly resOutputsEvent?: { readonly metadata: Step };
  readonly resOpFailedEvent?: { readonly metadata: Step };
  readonly diagnosticEvent?: { readonly message: string; readonly severity: string };
}

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
}

/** A replacement is told in several steps; one of them is enough. */
function wordsOf(op: string): readonly string[] {
  if (op === "create-replacement") return ["replace"];
  return op === "replace" || op === "delete-replaced" ? [] : [op];
}

function told(events: readonly EngineEvent[], severity: string): readonly string[] {
  return events.flatMap(({ diagnosticEvent }) =>
    diagnosticEvent?.severity === severity ? [diagnosticEvent.message.trimEnd()] : [],
  );
}

function grouped(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, readonly string[]>> {
  const groups = new Map<string, string[]>();
  for (const [key, name] of pairs) groups.set(key, [...(groups.get(key) ?? []), name]);
  return Object.fromEntries([...groups].map(([key, names]) => [key, sorted(names)]));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
