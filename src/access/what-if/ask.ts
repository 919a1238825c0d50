/** What-if as it is asked from outside: policies, a directory and a sign-in as JSON. */

import { hasErrors, type Parsed } from "../../diagnostics";
import { compilePolicies } from "../model/policy-set";
import { readSignIn } from "../model/read-sign-in";
import { readWorld } from "../model/world";
import type { Directory } from "../shapes/directory";
import type { SignIn } from "../shapes/sign-in";
import { type WhatIf, whatIf } from "./what-if";

export interface WhatIfTenant {
  readonly policies: readonly unknown[];
  readonly directory: Directory;
}

export interface WhatIfQuestion extends WhatIfTenant {
  readonly signIn: SignIn;
}

/** Answers one sign-in after the other. */
export type WhatIfAnswerer = (signIn: SignIn) => Parsed<WhatIf | undefined>;

/** Reads the policies once, for many sign-ins; no value where they can't be read or evaluated. */
export function whatIfAnswerer({ policies, directory }: WhatIfTenant): Parsed<WhatIfAnswerer | undefined> {
  const world = readWorld(directory);
  const set = compilePolicies(policies, world.value);
  const diagnostics = [...world.diagnostics, ...set.diagnostics];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const answer: WhatIfAnswerer = (signIn) => {
    const situation = readSignIn(signIn, world.value);
    return situation.value
      ? whatIf(set.value, situation.value)
      : { value: undefined, diagnostics: situation.diagnostics };
  };
  return { value: answer, diagnostics };
}

/** No value where a part of the question can't be read or evaluated. */
export function askWhatIf({ signIn, ...tenant }: WhatIfQuestion): Parsed<WhatIf | undefined> {
  const answerer = whatIfAnswerer(tenant);
  if (!answerer.value) return { value: undefined, diagnostics: answerer.diagnostics };
  const { value, diagnostics } = answerer.value(signIn);
  return { value, diagnostics: [...answerer.diagnostics, ...diagnostics] };
}
