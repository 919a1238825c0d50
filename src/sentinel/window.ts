/** Which rows a run of a rule can see. */

/** A scheduled rule runs this long after the end of its window, so that rows that are a little late are there.
 *  Source: https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, read 2026-11-25. */
export const RUN_DELAY_SECONDS = 5 * 60;

/** An NRT rule looks at what came in during one minute.
 *  Source: https://learn.microsoft.com/azure/sentinel/near-real-time-rules, read 2026-11-25. */
export const NRT_WINDOW_SECONDS = 60;

export interface EventTimes {
  /** Milliseconds since 1970. */
  readonly generated: number;
  readonly ingested: number;
}

export interface Window {
  readonly kind: "Scheduled" | "NRT";
  /** End of the window, in milliseconds since 1970. */
  readonly now: number;
  readonly queryPeriodSeconds?: number | undefined;
}

export function isVisible({ generated, ingested }: EventTimes, { kind, now, queryPeriodSeconds = 0 }: Window): boolean {
  if (kind === "NRT") return ingested > now - NRT_WINDOW_SECONDS * 1000 && ingested <= now;
  const isInWindow = generated > now - queryPeriodSeconds * 1000 && generated <= now;
  return isInWindow && ingested <= now + RUN_DELAY_SECONDS * 1000;
}
