/**
 * The order in which the engine gives a set of tokens back. It keeps them in an unordered set of texts, so the order is that of a hash table:
 * the recorded orders of geohash and H3 neighbours and of H3 cells in a polygon are, to the last place, those of `std::unordered_set` of the
 * GNU C++ library (compared with that library itself on 2026-11-26). The pages show others, of another library.
 */

/** The smallest numbers of buckets that the library takes; beyond them no record tells. */
const BUCKETS = [2, 3, 5, 7, 11, 13];

/** Tokens as the set gives them, put in as listed, with room for `capacity` made before; undefined beyond what records show. */
export function setOrder(tokens: readonly string[], capacity: number): readonly string[] | undefined {
  const buckets = BUCKETS.find((each) => each >= capacity);
  if (buckets === undefined || tokens.length > buckets) return undefined;
  const chain: { readonly token: string; readonly bucket: bigint }[] = [];
  for (const token of tokens) {
    const bucket = hashOf(token) % BigInt(buckets);
    // A token goes before those of its bucket, or to the front where it is the first of it.
    const first = chain.findIndex((each) => each.bucket === bucket);
    chain.splice(Math.max(0, first), 0, { token, bucket });
  }
  return chain.map(({ token }) => token);
}

const MULTIPLIER = 0xc6a4a7935bd1e995n;
const SEED = 0xc70f6907n;
const WORD_BYTES = 8;

const word = (value: bigint) => BigInt.asUintN(64, value);
const shifted = (value: bigint) => value ^ (value >> 47n);

/** MurmurHash2 of 64 bits, as `std::hash<std::string>` has it. */
function hashOf(token: string): bigint {
  const bytes = Buffer.from(token, "utf8");
  const whole = bytes.length - (bytes.length % WORD_BYTES);
  let hash = SEED ^ word(BigInt(bytes.length) * MULTIPLIER);
  for (let at = 0; at < whole; at += WORD_BYTES) {
    const data = word(shifted(word(bytes.readBigUInt64LE(at) * MULTIPLIER)) * MULTIPLIER);
    hash = word((hash ^ data) * MULTIPLIER);
  }
  if (whole < bytes.length) {
    const rest = [...bytes.subarray(whole)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    hash = word((hash ^ rest) * MULTIPLIER);
  }
  return shifted(word(shifted(hash) * MULTIPLIER));
}
