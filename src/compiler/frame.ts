/** What a document is compiled into: the tenant's settings that concern it. */

import type { Diagnostic, Span } from "../diagnostics";
import type { Document, DocumentOf, Kind } from "../documents";
import type { Json, ManualStep, PlanDocument, Resource, Stage, WorkspaceName } from "../plan";
import type { AccessNames } from "./access/names";
import type { CompiledLocation, CompiledPolicy, CompiledStrength } from "./access/tenant-access";
import type { Peers } from "./peers";
import type { CompiledPlaybook } from "./playbooks/compiled-playbook";
import type { PlaybookPlace } from "./playbooks/resource-ids";
import type { CompiledQuery } from "./queries/compiled-query";
import type { Shapes } from "./queries/shapes";
import type { ResolvedTenant } from "./tenants/resolved-tenant";

/** The frame in which documents are compiled. Without a tenant: a document by itself, at its own stage. */
export interface Frame {
  readonly tenant: ResolvedTenant | undefined;
  readonly portal: "defender" | "azure";
  readonly stage: Stage;
  readonly workspace: WorkspaceName;
  /** Where playbooks go; a made-up place where the tenant has none, and so gets no playbook. */
  readonly playbooks: PlaybookPlace;
  /** Tables that the workspace has; undefined: all. */
  readonly tables: ReadonlySet<string> | undefined;
  readonly library: Library;
  /** What is known of the other documents; undefined while those are compiled. */
  readonly peers?: Peers;
  /** What policies may name instead of ids. */
  readonly access: AccessNames;
  /** yyyy-mm-dd: decides what is retired. */
  readonly today: string;
  /** What queries may name beside the standard tables. */
  readonly shapes: Shapes;
  /** Text of a file that lies beside a document; undefined where there is none. */
  readonly beside: Beside;
}

/** What queries of this tenant may need, by the resource that makes it. */
export interface Library {
  readonly functions: readonly { readonly name: string; readonly key: string }[];
  readonly watchlists: readonly { readonly alias: string; readonly key: string }[];
  /** Analytics rules of all documents, with the ids under which they are deployed. */
  readonly rules: readonly { readonly key: string; readonly id: string }[];
  /** Resources that everything in the workspace waits for. */
  readonly always: readonly string[];
}

/** Finds a file by the path of the document that names it and the name it gives. */
export type Beside = (documentPath: string, file: string) => string | undefined;

/** A document with the tenant's settings applied. */
export interface Effective<K extends Kind> {
  readonly document: DocumentOf<K>;
  readonly body: DocumentOf<K>["body"];
  readonly stage: Stage;
  /** Where a part of the effective body stands: in the document or in the tenant's override. */
  readonly at: (pointer: string, part?: "key" | "value") => Span;
}

/** A resource that knows where each of its inputs comes from. */
export interface CompiledResource {
  readonly resource: Resource;
  /** The span behind a JSON pointer into the inputs. */
  readonly at: (path: string) => Span;
}

export interface Compiled {
  readonly entry: PlanDocument;
  readonly resources: readonly CompiledResource[];
  /** Undefined for what has no query. */
  readonly query?: CompiledQuery;
  /** Of a playbook: what runs. */
  readonly playbook?: CompiledPlaybook;
  /** Of an automation rule: its place among the others, and what it runs. */
  readonly automation?: { readonly on: string; readonly order: number; readonly playbooks: readonly string[] };
  /** Of a policy, location, strength that by itself is sound: what proofs are about. */
  readonly policy?: CompiledPolicy;
  readonly location?: CompiledLocation;
  readonly strength?: CompiledStrength;
  /** What a person has to do for it. */
  readonly manual?: readonly ManualStep[];
  /** Why the tenant does not get it, whatever tables it has. */
  readonly inactive?: string;
  /** Undefined for what no lack of a table makes inactive. */
  readonly activity?: Activity;
}

/** What decides whether a tenant gets a document: the tables that it has. */
export interface Activity {
  /** Tables as the document says it, where its query is not bound. */
  readonly declared: readonly string[];
  readonly optional: readonly string[];
}

/** How a kind of document becomes resources. */
export interface KindCompiler<K extends Kind = Kind> {
  readonly kind: K;
  readonly plane: "analytics" | "access" | "response";
  /** What can be found in the document by itself. */
  readonly check: (document: DocumentOf<K>) => readonly Diagnostic[];
  readonly compile: (
    effective: Effective<K>,
    frame: Frame,
  ) => { readonly compiled: Compiled; readonly diagnostics: readonly Diagnostic[] };
}

/** Values of a document's parameters in this tenant. */
export type ParameterValues = Readonly<Record<string, Json>>;

/** Takes a kind's compiler as one for any document; the caller looks it up by the document's kind. */
export function anyKind<K extends Kind>(compiler: KindCompiler<K>): KindCompiler {
  return compiler as unknown as KindCompiler;
}

export type { Document };
