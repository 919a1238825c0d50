/** All checks on the bound tree: what the engine refuses though Microsoft's parser does not, what the engine is free to choose, what costs more than it must. */

import { freeAny } from "./choice/free-any";
import { freeJoin } from "./choice/free-join";
import { freeTake } from "./choice/free-take";
import { caseFolded } from "./cost/case-folded";
import { filterAfterExpand } from "./cost/filter-after-expand";
import { hasForContains } from "./cost/has-for-contains";
import { patternFirst } from "./cost/pattern-first";
import { starHas } from "./cost/star-has";
import { unfilteredJoin } from "./cost/unfiltered-join";
import { aggregateConstant } from "./engine/aggregate-constant";
import { arithmeticTypes } from "./engine/arithmetic-types";
import { branchTypes } from "./engine/branch-types";
import { extractGroup } from "./engine/extract-group";
import { formatPattern } from "./engine/format-pattern";
import { integerRange } from "./engine/integer-range";
import { invalidRegularExpression, openBracket } from "./engine/regular-expression";
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
  openBracket,
  extractGroup,
  integerRange,
  branchTypes,
  repeatedValue,
  unknownColumn,
  aggregateConstant,
  freeTake,
  freeAny,
  freeJoin,
  hasForContains,
  starHas,
  caseFolded,
  filterAfterExpand,
  unfilteredJoin,
  patternFirst,
];
