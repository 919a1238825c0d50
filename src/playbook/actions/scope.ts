/** Scope: actions that end together. */

import { containerOutcome } from "../run/container";
import type { ActionDefinition } from "./definition";

export const scope: ActionDefinition = {
  type: "Scope",
  summary: "holds actions that end together",
  required: ["actions"],
  scopes: ["actions"],
  run: function* ({ run, action, instance }) {
    const [inner] = action.scopes;
    return containerOutcome(inner ? yield* run.runScope(run, inner, instance) : "Succeeded");
  },
};
