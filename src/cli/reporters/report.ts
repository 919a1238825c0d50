/** What `picket check` reports, whatever the format. */

import type { Diagnostic } from "../../diagnostics";

export interface CheckReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly documents: number;
  readonly seconds: number;
}

export interface ReportOptions {
  /** Whether infos are shown one by one. */
  readonly notes: boolean;
  readonly colour: boolean;
}

export type Reporter = (report: CheckReport, options: ReportOptions) => string;
