/** In which turn the files of a run of everything come: nobody waits for one long file at the end. */
const { default: Sequencer } = require('@jest/test-sequencer');

/** These keep a worker busy for a good while or start programs of their own: longest first, before all shelves. */
const ALONE = [
  'test/simulation/simulate.int-spec.ts',
  'test/door/every-arrow.int-spec.ts',
  'test/chaos/record-smoke.int-spec.ts',
  'test/chaos/migrate-smoke.int-spec.ts',
  'libs/pathways/src/never-stuck.spec.ts',
  'test/web/bad-answers.int-spec.ts',
  'test/console/demonstration.int-spec.ts',
  'test/worker/kills.int-spec.ts',
  'test/simulation/panels.int-spec.ts',
  'test/door/door-costs.int-spec.ts',
  'libs/statutory-calendar/src/time-zones.spec.ts',
];

/** What is alone first, then the journeys, then the shelves. */
class InTurn extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => turnOf(one.path) - turnOf(other.path));
  }
}

function turnOf(path) {
  const alone = ALONE.findIndex((name) => path.endsWith(name));
  if (alone >= 0) return alone;
  return path.includes('/.cache/shelves/') ? ALONE.length + 1 : ALONE.length;
}

module.exports = Object.assign(InTurn, { ALONE });
