/** Authentication flows: device code and authentication transfer. A session that began with one stays subject to the policy in later requests (protocol tracking).
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-authentication-flows, read 2026-11-23. */

import { type Condition, flagsOf } from "../model/condition";
import { ALWAYS, any, type Dimension, type Formula, leaf } from "../model/formula";
import type { Situation, TransferMethod } from "../model/situation";
import type { WitnessDraft } from "../model/witness-draft";

type Flow = TransferMethod | null;

function flowDimension(
  name: string,
  read: (situation: Situation) => Flow,
  write: (draft: WitnessDraft, value: Flow) => void,
): Dimension<Flow, undefined> {
  return { name, read, candidates: () => [null, "deviceCodeFlow", "authenticationTransfer"], write };
}

const flow = flowDimension(
  "authentication flow",
  (situation) => situation.flow,
  (draft, value) => {
    draft.authenticationFlow = value ?? "none";
  },
);

const originalFlow = flowDimension(
  "original transfer method",
  (situation) => situation.originalFlow,
  (draft, value) => {
    draft.originalTransferMethod = value;
  },
);

const uses = (dimension: Dimension<Flow, undefined>, methods: readonly Flow[]): Formula =>
  leaf(dimension, { key: methods.join(" "), hint: undefined, holdsFor: (value) => methods.includes(value) });

export const usesDeviceCode = uses(flow, ["deviceCodeFlow"]);
export const usesNoFlow = uses(flow, [null]);
export const beganWithNoFlow = uses(originalFlow, [null]);

/** Several methods are alternatives. */
export const authenticationFlows: Condition = {
  formula: ({ authenticationFlows: condition }) => {
    const methods = flagsOf<TransferMethod | "none">(condition?.transferMethods).filter((method) => method !== "none");
    return methods.length === 0 ? ALWAYS : any(uses(flow, methods), uses(originalFlow, methods));
  },
  reads: (situation) => `${situation.flow} ${situation.originalFlow}`,
  reason: () => "authenticationFlow",
};
