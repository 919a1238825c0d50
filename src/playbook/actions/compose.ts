/** Compose: gives its inputs as they are. */

import { succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";

export const compose: ActionDefinition = {
  type: "Compose",
  summary: "makes a value",
  required: ["inputs"],
  run: ({ evaluated }) => {
    const inputs = evaluated("inputs");
    return succeeded(inputs, inputs);
  },
};
