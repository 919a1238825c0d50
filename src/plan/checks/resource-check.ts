/** A check on one resource's inputs: the compiler runs it on a Plan, the policy pack on what a program registers. */

import type { CheckInfo, Diagnostic } from "../../diagnostics";

export interface ResourceFinding extends Pick<Diagnostic, "message" | "help"> {
  /** JSON pointer into the resource's inputs. */
  readonly path: string;
  readonly severity?: Diagnostic["severity"];
}

export interface ResourceCheck extends CheckInfo {
  /** What is wrong with the inputs of a resource of this type; nothing for types that it does not know. */
  readonly run: (resource: ResourceInputs) => Iterable<ResourceFinding>;
}

export interface ResourceInputs {
  /** Pulumi's type token. */
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
