/** Random numbers that a seed gives again: `random()` from 0 to 1, `random.upTo(n)` from 0 to n - 1. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  random.upTo = (count) => Math.floor(random() * count);
  random.of = (list) => list[random.upTo(list.length)];
  return random;
}
