/** `geo_info_from_ip_address`: the service asks a database that changes; here the asker says where addresses are. */

import type { KqlFunction } from "./definition";
import { kqlFunction, page } from "./definition";

const geoInfo = kqlFunction({
  name: "geo_info_from_ip_address",
  source: page("geo-info-from-ip-address-function"),
  params: [{ name: "address", type: "string" }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["tostring(geo_info_from_ip_address('20.53.203.50').city)", "'Sydney'"],
    ["tostring(geo_info_from_ip_address('2a03:2880:f12c:83:face:b00c::25de').country)", "'United States'"],
  ],
  // What it gives for an address of which nothing is known, an empty bag or null, the page does not say.
  compile:
    ([address], site) =>
    (row, run) => {
      const { locationOf } = run.world;
      const text = String(address?.(row, run) ?? "");
      if (!locationOf) return site.refuse("unsupported", `${NAME} is evaluated where \`geo\` says where addresses are`);
      return (
        locationOf(text) ??
        site.refuse("unsupported", `${NAME} of \`${text}\`, of which \`geo\` says nothing, is not evaluated`)
      );
    },
});

const NAME = "`geo_info_from_ip_address`";

export const ipLocationFunctions: readonly KqlFunction[] = [geoInfo];
