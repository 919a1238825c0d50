/** Local times of time zones, by their IANA names. */

import { datetimeInRange } from "../values/datetime";
import { isCovered, type Offset, offsetsOf, utcOfLocal } from "../values/time-zone";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

function zoneReader(site: CallSite): (zone: string) => Offset {
  const known = new Map<string, Offset>();
  return (zone) => {
    const offset = known.get(zone) ?? offsetsOf(zone);
    if (!offset) return site.refuse("invalid", `\`${site.name}\` knows no time zone \`${zone}\``);
    known.set(zone, offset);
    return offset;
  };
}

function conversion(
  name: string,
  convert: (ticks: bigint, offset: Offset, site: CallSite) => bigint,
  examples: readonly Example[],
): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [
      { name: "date", type: "datetime" },
      { name: "zone", type: "string" },
    ],
    returns: "datetime",
    nulls: "null in, null out",
    examples,
    prepare: (site) => {
      const read = zoneReader(site);
      return (date, zone) => {
        if (!isCovered(date)) return site.refuse("unsupported", `\`${name}\` before 1970 is not evaluated`);
        return datetimeInRange(convert(date, read(zone), site));
      };
    },
  });
}

export const timeZoneFunctions: readonly KqlFunction[] = [
  conversion(
    "datetime_local_to_utc",
    (local, offset, site) => {
      const utc = utcOfLocal(local, offset);
      if (utc.kind === "utc") return utc.ticks;
      return site.refuse("unsupported", "`datetime_local_to_utc` of a time that comes twice is not evaluated");
    },
    [
      ["datetime_local_to_utc(datetime(2020-02-02 20:02:20), 'US/Pacific')", "datetime(2020-02-03 04:02:20)"],
      ["datetime_local_to_utc(datetime(2022-03-27 02:00), 'Europe/Brussels')", "datetime(2022-03-27 00:00)"],
      ["datetime_local_to_utc(datetime(2022-03-27 03:00), 'Europe/Brussels')", "datetime(2022-03-27 01:00)"],
    ],
  ),
  conversion("datetime_utc_to_local", (utc, offset) => utc + offset(utc), [
    ["datetime_utc_to_local(datetime(2022-03-27 01:00), 'Europe/Brussels')", "datetime(2022-03-27 03:00)"],
  ]),
];
