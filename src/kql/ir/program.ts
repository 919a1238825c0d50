/** A bound query: plain JSON, ready to be compiled and run, cached and sent between processes. */

import type { TextPlace } from "../declared-columns";
import type { UnpackedBags } from "../plugins/bag-columns";
import type { Pivoted } from "../plugins/pivot-columns";
import type { Column } from "../values/type-name";
import type { At, Scalar } from "./scalar";
import type { Tabular } from "./tabular";

/** Raised whenever a cached program of an older form could be misread. */
export const PROGRAM_VERSION = 3;

export interface Program {
  readonly version: typeof PROGRAM_VERSION;
  readonly result: Tabular;
  readonly columns: readonly Column[];
  /** Tabular `let`s and `as` names, by index. */
  readonly relations: readonly Tabular[];
  /** Scalar `let`s, by index. */
  readonly variables: readonly Scalar[];
  /** How many locals function calls need. */
  readonly frameSize: number;
  /** Present when `result` is only what goes into a plugin whose columns its rows tell: the query is bound again with them. */
  readonly open?: OpenPlugin;
}

/** Who sees the order of the columns: no one, only whoever reads the query's result, or perhaps the query itself. */
export type OrderSeen = "nowhere" | "in the result" | "in the query";

/** The place is where the columns are to be declared. */
export interface OpenPlugin extends TextPlace {
  /** The plugin's call. */
  readonly place: At;
  readonly call: UnpackedBags | Pivoted;
  /** Who sees in which order its columns stand, where no page tells the order. */
  readonly orderSeen?: OrderSeen;
}
