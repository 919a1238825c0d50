/** All checks on the bound tree: what the engine refuses though Microsoft's parser does not. */

import { arithmeticTypes } from "./engine/arithmetic-types";
import { branchTypes } from "./engine/branch-types";
import { extractGroup } from "./engine/extract-group";
import { formatPattern } from "./engine/format-pattern";
import { integerRange } from "./engine/integer-range";
import { invalidRegularExpression } from "./engine/regular-expression";
import { repeatedValue } from "./engine/repeated-value";
import { unknownColumn } from "./engine/unknown-column";
import { windowInScan } from "./engine/window-in-scan";
import { windowOrder } from "./engine/window-order";
import type { TreeCheck } from "./tree-check";

export const lints: readonly TreeCheck[] = [
  windowOrder,
  windowInScan,
  arithmeticTypes,
  formatPattern,
  invalidRegularExpression,
  extractGroup,
  integerRange,
  branchTypes,
  repeatedValue,
  unknownColumn,
];
