/** Device platforms, told from the user agent and not verified. One that is not recognised matches only "all".
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions#device-platforms, read 2026-11-23. */

import { type Condition, idsOf } from "../model/condition";
import { ALWAYS, all, type Dimension, type Formula, leaf, not } from "../model/formula";
import { PLATFORMS } from "../shapes/conditional-access-policy";

const platform: Dimension<string | null, undefined> = {
  name: "platform",
  read: (situation) => situation.platform,
  candidates: () => ["windows", ...PLATFORMS.filter((name) => name !== "windows" && name !== "all"), null],
  write: (draft, value) => {
    draft.devicePlatform = value;
  },
};

/** Names in any case. */
export function isOnPlatform(names: readonly string[]): Formula {
  const set = new Set(names.map((name) => name.toLowerCase()));
  const holdsFor = (value: string | null) => value !== null && set.has(value.toLowerCase());
  return leaf(platform, { key: [...set].sort().join(" "), hint: undefined, holdsFor });
}

export const hasNoPlatform = leaf(platform, { key: "none", hint: undefined, holdsFor: (value) => value === null });

export const platforms: Condition = {
  formula: ({ platforms: condition }) => {
    const included = idsOf(condition?.includePlatforms);
    const excluded = idsOf(condition?.excludePlatforms);
    const isEvery = included.length === 0 || included.includes("all");
    const isExcluded = excluded.includes("all") ? ALWAYS : isOnPlatform(excluded);
    return all(isEvery ? ALWAYS : isOnPlatform(included), not(isExcluded));
  },
  reads: (situation) => situation.platform ?? "",
  reason: () => "devicePlatform",
};
