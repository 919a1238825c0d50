/** Windows time zones, by way of the time zone data that comes with Node. */

import { ianaZoneOf } from "../../../azure";
import { invalid } from "../failure";
import { type Civil, civilOf, type Time, ticksOf, timeOf, unixMilliseconds } from "./time";

/** The wall clock of a zone at a point in time. */
export function fromUtc(time: Time, zoneName: string): Time {
  const zone = zoneOf(zoneName);
  return timeOf(time.ticks + offsetTicks(zone, time.ticks), zone.iana === "Etc/UTC" ? "utc" : "unspecified");
}

/** The point in time at which a zone's wall clock shows `time`; of two such points the later, in standard time. */
export function toUtc(time: Time, zoneName: string): Time {
  const zone = zoneOf(zoneName);
  if (time.kind === "utc") {
    if (zone.iana === "Etc/UTC") return time;
    return invalid(`the time is marked as UTC, so it can't be read as a time in \`${zoneName}\``);
  }
  const offsets = [offsetTicks(zone, time.ticks - DAY_TICKS), offsetTicks(zone, time.ticks + DAY_TICKS)];
  const candidates = offsets
    .map((offset) => time.ticks - offset)
    .filter((ticks) => ticks + offsetTicks(zone, ticks) === time.ticks)
    .sort((left, right) => (left < right ? 1 : -1));
  const [latest] = candidates;
  if (latest === undefined)
    return invalid(`the clock of \`${zoneName}\` never shows this time: it is skipped in spring`);
  return timeOf(latest, "utc");
}

interface Zone {
  readonly iana: string;
  readonly format: Intl.DateTimeFormat;
}

const DAY_TICKS = 864_000_000_000n;
const zones = new Map<string, Zone>();

/** A Windows name, or `UTC`; the service also takes IANA names. */
function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const iana = ianaZoneOf(name) ?? (/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(name) ? name : undefined);
  const format = iana === undefined ? undefined : formatOf(iana);
  if (iana === undefined || format === undefined) return invalid(`unknown time zone \`${name}\``);
  const zone = { iana, format };
  zones.set(name, zone);
  return zone;
}

function formatOf(iana: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: iana,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
}

function offsetTicks(zone: Zone, ticks: bigint): bigint {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of zone.format.formatToParts(unixMilliseconds(ticks))) parts[type] = value;
  if (parts.era === "BC") return 0n;
  const local: Civil = {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
    fractionTicks: civilOf(ticks).fractionTicks,
  };
  return ticksOf(local) - ticks;
}
