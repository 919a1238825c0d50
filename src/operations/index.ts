/** Face of the room: the operations by name. */

import type { Operation } from "./operation";

export type { Operation, OperationAnswer, OperationWorld, Refusal } from "./operation";

/** All operations of the machine interface, in the order of docs/batch.md. */
export const operations: readonly Operation[] = [];
