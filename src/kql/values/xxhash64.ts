/** The 64-bit xxHash of bytes, with seed 0. Recorded hashes of short texts and datetimes fit, and for longer ones the example that the common bindings print. */

const P1 = 11_400_714_785_074_694_791n;
const P2 = 14_029_467_366_897_019_727n;
const P3 = 1_609_587_929_392_839_161n;
const P4 = 9_650_029_242_287_828_579n;
const P5 = 2_870_177_450_012_600_261n;

const LANES = 4;
const LANE_BYTES = 8;
const STRIPE_BYTES = LANES * LANE_BYTES;

const wrap = (value: bigint) => BigInt.asUintN(64, value);
const rotated = (value: bigint, bits: bigint) => wrap((value << bits) | (value >> (64n - bits)));
const round = (state: bigint, input: bigint) => wrap(rotated(wrap(state + input * P2), 31n) * P1);

/** Unsigned. */
export function xxhash64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stripesEnd = bytes.length - (bytes.length % STRIPE_BYTES);
  const start = bytes.length >= STRIPE_BYTES ? ofStripes(view, stripesEnd) : P5;
  return avalanche(ofRest(view, stripesEnd, wrap(start + BigInt(bytes.length))));
}

function ofStripes(view: DataView, end: number): bigint {
  const states = [wrap(P1 + P2), P2, 0n, wrap(-P1)];
  for (let at = 0; at < end; at += STRIPE_BYTES) {
    for (let lane = 0; lane < LANES; lane++) {
      states[lane] = round(states[lane] ?? 0n, view.getBigUint64(at + lane * LANE_BYTES, true));
    }
  }
  const mixed = states.reduce((sum, state, lane) => sum + rotated(state, ROTATIONS[lane] ?? 0n), 0n);
  return states.reduce((hash, state) => wrap((hash ^ round(0n, state)) * P1 + P4), wrap(mixed));
}

const ROTATIONS = [1n, 7n, 12n, 18n];

function ofRest(view: DataView, start: number, hash: bigint): bigint {
  let mixed = hash;
  let at = start;
  for (; at + 8 <= view.byteLength; at += 8) {
    mixed = wrap(rotated(mixed ^ round(0n, view.getBigUint64(at, true)), 27n) * P1 + P4);
  }
  if (at + 4 <= view.byteLength) {
    mixed = wrap(rotated(mixed ^ wrap(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < view.byteLength; at++) mixed = wrap(rotated(mixed ^ wrap(BigInt(view.getUint8(at)) * P5), 11n) * P1);
  return mixed;
}

function avalanche(hash: bigint): bigint {
  let mixed = wrap((hash ^ (hash >> 33n)) * P2);
  mixed = wrap((mixed ^ (mixed >> 29n)) * P3);
  return mixed ^ (mixed >> 32n);
}
