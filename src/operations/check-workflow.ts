/** The operation `checkWorkflow`: what the service would refuse in a definition, and what is doubtful in it. */

import { Type } from "typebox";
import { checkWorkflow, workflowValuesShape } from "../playbook/check";
import { operation } from "./operation";

export const checkWorkflowOperation = operation({
  name: "checkWorkflow",
  summary: "Checks a workflow definition: errors are what the service refuses, all else is a warning.",
  request: Type.Object({
    definition: Type.Object({}, { description: "A workflow definition; its mistakes are findings, not refusals." }),
    parameters: Type.Optional(workflowValuesShape),
  }),
  run: ({ definition, parameters }) => {
    const diagnostics = checkWorkflow({ definition, parameters });
    return { result: { diagnostics: [] }, diagnostics };
  },
});
