/** Durations as rule files write them: 5m, 1h10m, 14d, PT5M, P1DT2H, 01:00:00. */

/** A length of time in whole seconds. */
export interface Duration {
  readonly seconds: number;
}

const SHORT = /^(?:(\d{1,7})d)?(?:(\d{1,7})h)?(?:(\d{1,7})m)?(?:(\d{1,9})s)?$/i;
const ISO = /^P(?:(\d{1,7})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/;
const CLOCK = /^(?:(\d{1,7})\.)?(\d{1,2}):(\d{2}):(\d{2})$/;

/** Reads a duration; undefined where the text is none, a mixture of the two forms (`P1h`) among them. */
export function parseDuration(text: string): Duration | undefined {
  const match = CLOCK.exec(text) ?? SHORT.exec(text) ?? ISO.exec(text);
  const parts = match?.slice(1) ?? [];
  if (parts.every((part) => part === undefined) || text.endsWith("T")) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return { seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds };
}

/** The one ISO 8601 spelling that picket deploys: P1D, PT5M, P1DT2H; no time at all is PT0S. */
export function isoDuration({ seconds }: Duration): string {
  const days = Math.floor(seconds / 86_400);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 3600) % 24, "H"],
    [Math.floor(seconds / 60) % 60, "M"],
    [seconds % 60, "S"],
  ];
  const time = parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : "")).join("");
  if (days === 0 && time === "") return "PT0S";
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
