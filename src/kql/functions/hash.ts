/** Hashes of values: of their texts for MD5 and SHA, of their bytes for xxHash. `hash_combine` and `hash_many` are not published and not evaluated. */

import { createHash } from "node:crypto";
import { longOf } from "../values/integer";
import { textOfValue } from "../values/text";
import type { Value } from "../values/value";
import { xxhash64 } from "../values/xxhash64";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

/** The text that `tostring` gives is what is hashed: recorded for a datetime. */
function ofText(name: string, algorithm: string, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [{ name: "value", type: "any" }],
    returns: "string",
    nulls: "sees nulls",
    examples,
    prepare: (site) => {
      const [type = "string"] = site.types;
      return (value) => {
        if (value === null || type === "dynamic") return notHashed(site);
        return createHash(algorithm).update(textOfValue(value, type)).digest("hex");
      };
    },
  });
}

function notHashed(site: CallSite): never {
  return site.refuse("unsupported", `\`${site.name}\` of a value of type ${site.types[0]} or of null is not evaluated`);
}

/** UTF-8 of a text, the 64 bits of ticks of a time: recorded for texts and datetimes. */
function bytesOf(value: Value, site: CallSite): Uint8Array {
  if (typeof value === "string" && site.types[0] === "string") return Buffer.from(value, "utf8");
  if (typeof value !== "bigint" || site.types[0] !== "datetime") return notHashed(site);
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}

const xxhash = kqlFunction({
  name: "hash_xxhash64",
  aliases: ["hash"],
  source: `${page("hash-xxhash64-function")}, engine`,
  params: [
    { name: "value", type: "any" },
    { name: "modulo", type: "long", optional: true },
  ],
  returns: "long",
  nulls: "sees nulls",
  examples: [
    ["hash_xxhash64('World')", "1846988464401551951"],
    ["hash('World', 100)", "51"],
    ["hash(datetime(2015-01-01))", "1380966698541616202"],
  ],
  prepare: (site) => (value, modulo) => {
    const hash = BigInt.asIntN(64, xxhash64(bytesOf(value, site)));
    if (modulo === undefined) return longOf(hash);
    if (modulo === null || modulo <= 0 || hash < 0n) {
      return site.refuse("unsupported", `\`${site.name}\` of this value with this modulo is not evaluated`);
    }
    return longOf(hash % BigInt(modulo));
  },
});

export const hashFunctions: readonly KqlFunction[] = [
  ofText("hash_md5", "md5", [["hash_md5('World')", "'f5a7924e621e84c9280a9a27e1bcb7f6'"]]),
  ofText("hash_sha1", "sha1", [["hash_sha1('World')", "'70c07ec18ef89c5309bbb0937f3a6342411e1fdd'"]]),
  ofText("hash_sha256", "sha256", [
    ["hash_sha256('World')", "'78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524'"],
  ]),
  xxhash,
];
