/** Which IANA zone a Windows time zone is. */

import { WINDOWS_TIME_ZONES } from "./generated/windows-time-zones";
import { namedIds } from "./named-ids";

const ianaZones = new Map([...namedIds(WINDOWS_TIME_ZONES)].map(([windows, iana]) => [windows.toLowerCase(), iana]));

/** The IANA zone of a Windows time zone name, whatever its case; undefined when there is none of that name. */
export function ianaZoneOf(windowsName: string): string | undefined {
  return ianaZones.get(windowsName.toLowerCase());
}
