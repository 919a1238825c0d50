/** The tenant's other policies, from a JSON file beside the tenant's document. */

import type { Directory } from "../../access/run";
import { finding, type Parsed } from "../../diagnostics";
import { baselineFile } from "../checks/access/baseline-file";
import type { Frame } from "../frame";
import type { GraphObject } from "./tenant-access";

export interface Baseline {
  /** As they were exported. */
  readonly policies: readonly GraphObject[];
  readonly directory: Directory;
}

/**
 * A list of policies as Graph answers it (`{ "value": [...] }` or the bare list), or an object with `policies` and whatever is known of the
 * directory beside them: `namedLocations`, `authenticationStrengths`, `groupParents`, `users`, `groups`.
 */
export function readBaseline({ tenant, beside }: Frame): Parsed<Baseline | undefined> {
  const file = tenant?.body.access?.baseline;
  if (!tenant || file === undefined) return { value: undefined, diagnostics: [] };
  const at = tenant.at("/access/baseline");
  const refuse = (message: string): Parsed<undefined> => ({
    value: undefined,
    diagnostics: [finding(baselineFile, { message, at })],
  });
  const text = beside(at.source.path, file);
  if (text === undefined) return refuse(`the file \`${file}\` does not exist beside the tenant`);
  const read = baselineOf(text);
  return typeof read === "string" ? refuse(`\`${file}\` ${read}`) : { value: read, diagnostics: [] };
}

/** The baseline in a text, or what is wrong with it. */
export function baselineOf(text: string): Baseline | string {
  const value = parsed(text);
  if (value === undefined) return "is not JSON";
  const { value: listed, policies: named, ...rest } = isRecord(value) ? value : { value };
  const policies = named ?? listed;
  if (!Array.isArray(policies) || !policies.every(isRecord)) return "holds no list of policies";
  const withIds = policies.map((policy, index) => ({
    ...policy,
    id: typeof policy.id === "string" ? policy.id : `baseline ${index + 1}`,
  }));
  return { policies: withIds, directory: directoryIn(rest) };
}

/** Exports come with a byte order mark from some tools. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Lists may stand as Graph answers them. */
function directoryIn(rest: Readonly<Record<string, unknown>>): Directory {
  const { directory, ...others } = rest;
  const parts = { ...others, ...(isRecord(directory) ? directory : {}) };
  const entries = Object.entries(parts).filter(([key]) => !key.includes("@"));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isRecord(value) && Array.isArray(value.value) ? value.value : value]),
  ) as Directory;
}
