/** A parameter default of the wrong type or out of its own range. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const parameterDefault: CheckInfo = {
  code: "PKT5004",
  severity: "error",
  title: "a default that does not fit its parameter",
  why: "Every tenant that says nothing would get it.",
  source: "picket",
  avoid: rule({ parameters: "parameters: { failures: { type: int, default: ten, description: failures } }" }),
  prefer: rule({ parameters: "parameters: { failures: { type: int, default: 10, description: failures } }" }),
  nearMiss: rule({
    parameters:
      "parameters: { ranges: { type: 'string[]', default: [192.0.2.0/24], format: cidr, description: ours } }",
  }),
};
