/** Live cases of the Year 6 pathway, begun on three versions, each at a point of its own of an ordinary journey. */
import { aChild } from '../../bench/parts/council.mjs';
import {
  addDays,
  Calendars,
  CaseworkService,
  FixedClock,
  londonInstant,
  pathwayNamed,
  pathways,
} from '../../bench/parts/product.mjs';

export const PATHWAY = 'y6_transition';
export const TODAY = '2026-02-06';
const FIRST_DAY = '2025-11-10';
const STORY = [
  'NOMINATION_SUBMITTED',
  'SCREENING_STARTED',
  'SCORE_CONFIRMED',
  'PANEL_ACCEPTED',
  'CONSENT_REQUESTED',
  'CONSENT_GIVEN',
  'ALLOCATED',
  'AGREEMENT_CONFIRMED',
  'BASELINE_COMPLETED',
  'VISIT_LOGGED',
];
/** Of a hundred cases, how many stand at each step or before; the rest are in the middle of the work. */
const COME_SO_FAR = [30, 55, 68, 75, 80, 85, 88, 91, 95];
/** Of a hundred cases, how many began on version 1, and on 1 or 2. */
const BEGAN_ON = [40, 75, 100];
const AT_ONCE = 8;

/** People at work: they take a case one step on along its story. */
export function aDesk(statements, actor) {
  const clock = new FixedClock(londonInstant(TODAY, '09:00'));
  const door = new CaseworkService(statements, clock, new Calendars(statements));
  const said = (type, occurredOn) => ({
    type,
    occurredOn,
    payload: {
      ...pathwayNamed(PATHWAY, 1).events[type].example,
      ...(type === 'ALLOCATED' && { workerId: actor.id }),
    },
  });
  return {
    async open(random) {
      const childId = await aChild(statements);
      const day = addDays(FIRST_DAY, random.upTo(30));
      const command = { pathway: PATHWAY, childId, ...said(STORY[0], day), goLive: true };
      const { caseId, reference } = await door.open(actor, command);
      return { id: caseId, reference, day, steps: 1, version: 1 };
    },
    async goOn(one, { day, expectedVersion }) {
      const type = STORY[Math.min(one.steps, STORY.length - 1)];
      const on = day < TODAY ? day : TODAY;
      const recorded = await door.record(actor, one.reference, {
        ...said(type, on),
        expectedVersion,
      });
      Object.assign(one, { day: on, steps: one.steps + 1, version: recorded.version });
      return recorded;
    },
  };
}

/** @returns every case, with how far it has come */
export async function livingCases({ desk, random, count, versions }) {
  const cases = [];
  for (const [at, version] of versions.entries()) {
    beginOn(version);
    const until = Math.round((count * BEGAN_ON[at]) / 100);
    const opener = async () => {
      while (cases.length < until) {
        const one = {};
        cases.push(one);
        Object.assign(one, await desk.open(random));
        await comeSoFar(desk, one, random);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, opener));
  }
  return cases;
}

/** From now on new cases of this process begin on that version, as after the release that published it. */
function beginOn(version) {
  pathways[pathways.findIndex(({ name }) => name === version.name)] = version;
}

async function comeSoFar(desk, one, random) {
  const luck = random.upTo(100);
  const steps = 1 + COME_SO_FAR.filter((share) => share <= luck).length;
  while (one.steps < steps) {
    const refusal = await refusalOf(desk.goOn(one, { day: addDays(one.day, 1 + random.upTo(6)) }));
    if (refusal === 'NotAllowedNow') return; // it stands where it is
  }
}

/** Why it was not recorded. Where somebody else took the free place first, it can be tried again. */
async function refusalOf(recording) {
  try {
    await recording;
    return undefined;
  } catch (error) {
    const name = error.constructor.name;
    if (name === 'NotAllowedNow' || name === 'VersionConflict') return name;
    throw error;
  }
}
