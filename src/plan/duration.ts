/** Seconds of the ISO 8601 durations that Sentinel takes. */

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Undefined where the text is no such duration. */
export function isoSeconds(text: string | undefined): number | undefined {
  const parts = ISO.exec(text ?? "")?.slice(1);
  if (!parts || parts.every((part) => part === undefined)) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
