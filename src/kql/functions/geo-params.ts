/** What the definitions of `geo_*` functions have in common: their pages and their parameters. */

import { page } from "./definition";

export const geoPage = (name: string) => `${page(`${name.replaceAll("_", "-")}-function`)}, engine`;

export const placeParams = <const N extends string>(which: N) =>
  [
    { name: `${which} longitude`, type: "real" },
    { name: `${which} latitude`, type: "real" },
  ] as const;
