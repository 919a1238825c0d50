/** What a run is given, and how it ends. */

import { type Diagnostic, finding, type SourceText, span } from "../../diagnostics";
import { evaluationChecks } from "../checks/evaluation";
import type { Program } from "../ir/program";
import { datetimeOfText } from "../values/datetime";
import type { Column } from "../values/type-name";
import type { Row, Rows } from "../values/value";
import { budgetOf, DEFAULT_LIMITS, type Limits } from "./budget";
import { type IpLocations, locator } from "./ip-locations";
import { QueryEnd } from "./query-end";
import type { Run, Tap } from "./run";

export interface RunWorld {
  /** ISO 8601: what `now()` is. */
  readonly now: string;
  /** A clock for the limit on seconds; it only has to go forward. */
  readonly elapsedSeconds: () => number;
  readonly tables?: ReadonlyMap<string, Rows>;
  readonly watchlists?: ReadonlyMap<string, Rows>;
  /** When rows of tables were ingested, in ticks of 100 ns since the year 1: what `ingestion_time()` is. */
  readonly ingested?: ReadonlyMap<Row, bigint>;
  readonly external?: ReadonlyMap<string, string>;
  /** Where addresses are, for `geo_info_from_ip_address`. */
  readonly geo?: IpLocations;
  /** Members of the period that `series_decompose` and its kin find where they look for one themselves; 0 for none. */
  readonly seasonality?: number;
  readonly limits?: Partial<Limits>;
  /** Asks for what went through each step of each pipe. */
  readonly taps?: boolean;
}

export type Ran =
  | { readonly kind: "rows"; readonly columns: readonly Column[]; readonly rows: Rows; readonly taps: readonly Tap[] }
  | Ended;

export interface Ended {
  readonly kind: "ended";
  readonly refusal: "invalid" | "unsupported" | "limit";
  readonly diagnostic: Diagnostic;
}

const CHECK_OF = {
  invalid: evaluationChecks.failed,
  unsupported: evaluationChecks.notEvaluated,
  limit: evaluationChecks.limit,
} as const;

export function newRun(program: Program, world: RunWorld): Run {
  return {
    now: datetimeOfText(world.now) ?? 0n,
    world: {
      tables: world.tables ?? new Map(),
      watchlists: world.watchlists ?? new Map(),
      ingested: world.ingested ?? new Map(),
      external: world.external ?? new Map(),
      ...(world.seasonality === undefined ? {} : { seasonality: world.seasonality }),
      ...(world.geo ? { locationOf: locator(world.geo) } : {}),
    },
    budget: budgetOf({ ...DEFAULT_LIMITS, ...world.limits }, world.elapsedSeconds),
    frame: new Array(program.frameSize).fill(null),
    once: new Map(),
    input: [],
    window: { rows: [], index: 0, carried: new Map() },
    taps: world.taps ? [] : undefined,
  };
}

/** What ended a run; a fault of ours goes on. */
export function endedBy(error: unknown, source: SourceText): Ended {
  const end = error instanceof QueryEnd ? error : exhaustion(error);
  if (!end) throw error;
  const at = end.at ? { at: span(source, end.at[0], end.at[1]) } : {};
  return {
    kind: "ended",
    refusal: end.refusal,
    diagnostic: finding(CHECK_OF[end.refusal], { message: end.message, ...at }),
  };
}

/** Running out of stack or of array length is a limit of ours, not a fault. */
function exhaustion(error: unknown): QueryEnd | undefined {
  return error instanceof RangeError ? new QueryEnd("limit", "the query needs more memory than there is") : undefined;
}
