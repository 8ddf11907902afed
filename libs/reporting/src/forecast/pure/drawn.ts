/** How often each of `count` is drawn when as many are drawn with replacement; the same seed draws the same. */
export function drawnAgain(count: number, seed: number): Uint8Array {
  const times = new Uint8Array(count);
  const next = numbersFrom(seed);
  for (let draw = 0; draw < count; draw += 1) {
    const at = Math.floor(next() * count);
    times[at] = times[at]! + 1;
  }
  return times;
}

/** Mulberry32: small, even, and the same everywhere. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
