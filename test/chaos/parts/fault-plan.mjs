/** What is killed, and after how many recorded events: the same seed gives the same plan. */
export function faultPlan({ random, kills, events, targets }) {
  const victims = Array.from({ length: kills }, (_, at) => targets[at % targets.length]);
  for (let at = victims.length - 1; at > 0; at -= 1) {
    const other = random.upTo(at + 1);
    [victims[at], victims[other]] = [victims[other], victims[at]];
  }
  const every = events / (kills + 1);
  return victims.map((victim, at) => ({
    victim,
    after: Math.round(every * (at + 1) + every * (random() - 0.5)),
  }));
}
