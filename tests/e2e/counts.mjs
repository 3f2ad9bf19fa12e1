// How much of a walk that can go on for ever is done, by ATLAS_DEEP as in tests/support/counts.rs: not set or 0, the small count; 1, the
// full one; any other number, that many (research/README.md).

const asked = Number(process.env.ATLAS_DEEP ?? 0);

export const deep = asked > 0;

/** The small count, or the full one. */
export function count(small, full) {
  return asked === 0 ? small : asked === 1 ? full : Math.min(asked, full);
}

/** A figure, told. */
export function figure(text) {
  console.log(`        ${text}`);
}

/** Mulberry32: the same numbers on every machine. `next()` is below 1, `below(n)` a whole number, `pick(list)` one of a list. */
export function random(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { next, below, pick: (list) => list[below(list.length)] };
}
