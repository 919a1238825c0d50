/** What scheduled and NRT rules share on their way to a resource: parameters, exceptions, stage, activity, positions. */

import type { Diagnostic, Span } from "../../diagnostics";
import type { Json } from "../../plan";
import type { Compiled, Effective, Frame } from "../frame";
import { parameterValues } from "../parameters/parameter-values";
import { compileQuery } from "../queries/compile-query";
import { ruleId } from "../rule-id";
import { activityOf } from "./activity";
import { adoptedName } from "./adopted-name";
import { dependencies } from "./dependencies";
import { ruleInputs } from "./rule-inputs";
import { portalFindings } from "./rule-portal";

export type RuleKind = "Scheduled" | "NRT";

/** Where the properties of a rule's resource come from in the document, where the names differ. */
const POINTERS: Readonly<Record<string, string>> = { displayName: "/name", ruleId: "/id", resourceName: "/id" };

export interface RuleResource {
  readonly type: string;
  readonly inputs: Readonly<Record<string, Json>>;
  /** Where the rule's properties start in the inputs. */
  readonly prefix: string;
}

export type ResourceOf<K extends RuleKind> = (
  effective: Effective<K>,
  frame: Frame,
  rule: DeployedRule,
) => RuleResource;

export interface DeployedRule {
  readonly id: string;
  readonly properties: Readonly<Record<string, Json>>;
}

interface CompiledRule {
  readonly compiled: Compiled;
  readonly diagnostics: readonly Diagnostic[];
}

/** The rule's resource in this frame, or why the tenant does not get it. */
export function compileRule<K extends RuleKind>(
  effective: Effective<K>,
  frame: Frame,
  resourceOf: ResourceOf<K>,
): CompiledRule {
  const { document, body, stage } = effective;
  const values = parameterValues(document, frame);
  const entry = { key: document.key, kind: document.kind, title: body.name, stage, parameters: values.shown };
  const diagnostics: readonly Diagnostic[] = [...values.diagnostics, ...portalFindings(effective, frame)];
  const query = compileQuery(effective, frame, values.values);
  const id = adoptedName(frame, document.key) ?? ruleId(body);
  const properties = ruleInputs(body, { stage, portal: frame.portal, query: query.query.text });
  const { type, inputs, prefix } = resourceOf(effective, frame, { id, properties });
  const resource = {
    name: document.key,
    type,
    parent: "detections" as const,
    inputs,
    dependsOn: dependencies(body.query, frame),
    // A rule's id stays taken while the old one is there: a replacement has to delete first.
    options: { deleteBeforeReplace: true },
    origin: { document: document.key, path: document.place.path, line: document.place.line },
  };
  return {
    compiled: {
      entry,
      resources: [{ resource, at: (path) => spanOf(effective, path.slice(prefix.length)) }],
      query,
      activity: activityOf(document),
    },
    diagnostics,
  };
}

function spanOf(effective: Effective<RuleKind>, path: string): Span {
  const [, first = "", rest = ""] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  if (first === "techniques") return effective.at(`/relevantTechniques${techniqueIndex(effective, rest)}`);
  return effective.at(`${POINTERS[first] ?? `/${first}`}${rest}`);
}

/** Techniques are deployed without their sub-techniques, each once: the first that gave it is shown. */
function techniqueIndex({ body }: Effective<RuleKind>, rest: string): string {
  const named = body.relevantTechniques ?? [];
  const deployed = [...new Set(named.map((name) => name.replace(/\.\d+$/, "")))];
  const wanted = deployed[Number(rest.slice(1))];
  const index = named.findIndex((name) => wanted !== undefined && name.startsWith(wanted));
  return index < 0 ? "" : `/${index}`;
}
