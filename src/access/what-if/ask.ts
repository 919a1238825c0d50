/** What-if as it is asked from outside: policies, a directory and a sign-in as JSON. */

import { type Diagnostic, hasErrors, type Parsed } from "../../diagnostics";
import { compilePolicies } from "../model/policy-set";
import { readSignIn } from "../model/read-sign-in";
import { readWorld } from "../model/world";
import type { Directory } from "../shapes/directory";
import type { SignIn } from "../shapes/sign-in";
import { type WhatIf, whatIf } from "./what-if";

export interface WhatIfQuestion {
  readonly policies: readonly unknown[];
  readonly directory: Directory;
  readonly signIn: SignIn;
}

/** No value where a part of the question can't be read or evaluated. */
export function askWhatIf({ policies, directory, signIn }: WhatIfQuestion): Parsed<WhatIf | undefined> {
  const world = readWorld(directory);
  const set = compilePolicies(policies, world.value);
  const situation = readSignIn(signIn, world.value);
  const diagnostics: readonly Diagnostic[] = [...world.diagnostics, ...set.diagnostics, ...situation.diagnostics];
  if (hasErrors(diagnostics) || !situation.value) return { value: undefined, diagnostics };
  const answer = whatIf(set.value, situation.value);
  return { value: answer.value, diagnostics: [...diagnostics, ...answer.diagnostics] };
}
