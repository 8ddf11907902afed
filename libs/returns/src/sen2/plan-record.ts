import { type CalendarDay, laterOf } from '@app/statutory-calendar';
import { DIRECT_PAYMENTS, REVIEW_OUTCOMES } from './codes';
import { type Collection, inYear } from './collection';
import { type CaseFacts, type ChildFacts, type PlanFacts, saidIn } from './facts';
import {
  type ActivePlan,
  type NamedPlan,
  type Need,
  type Placement,
  type Setting,
} from './records';
import { lastReview, phaseTransfer } from './review-record';

/** Whether the plan was in force here on survey day. */
export const isActive = (
  { madeOn, transferredInOn, ceasedOn }: PlanFacts,
  { census }: Collection,
) =>
  laterOf(madeOn, transferredInOn ?? madeOn) <= census && (ceasedOn === null || ceasedOn > census);

/** Whether the plan is reported: in force on survey day, ceased in the year, or made in it. */
export const isReported = (plan: PlanFacts, collection: Collection) =>
  isActive(plan, collection) ||
  inYear(plan.ceasedOn, collection) ||
  (inYear(plan.madeOn, collection) && plan.transferredInOn === null);

/** Module 4: the plan that was made. `origin` is the case that made it. */
export function namedPlanOf(
  plan: PlanFacts,
  origin: CaseFacts | undefined,
  collection: Collection,
): NamedPlan {
  const ceased = inYear(plan.ceasedOn, collection);
  return {
    startdate: plan.madeOn,
    planres: plan.residential,
    planwbp: plan.workBased,
    pb: plan.personalBudget,
    oa: plan.organisedArrangements,
    dp: plan.directPayments ? DIRECT_PAYMENTS : null,
    ceasedate: ceased ? plan.ceasedOn : null,
    ceasereason: ceased ? plan.ceaseReason : null,
    details: [namedSetting(plan, origin)],
  };
}

/**
 * What section I names. Only a type of setting is “something else”, with the type in words; a college without a URN is
 * named by its UKPRN, and where nobody wrote that down, known by where the young person attends.
 */
function namedSetting(plan: PlanFacts, origin: CaseFacts | undefined): Setting {
  const final = origin?.events.findLast(({ type }) => type === 'FINAL_ISSUED');
  const type = saidIn(final, 'typeOfSetting');
  const attended = plan.placements.find(({ rank, ukprn }) => rank === 1 && ukprn !== null);
  const ukprn =
    plan.namedUkprn ??
    (plan.namedUrn || plan.namedSetting || type ? null : (attended?.ukprn ?? null));
  const isNumbered = plan.namedUrn !== null || plan.namedUkprn !== null;
  const sameSchool = plan.placements.find(({ urn }) => urn !== null && urn === plan.namedUrn);
  return {
    urn: plan.namedUrn,
    ukprn,
    sensetting: isNumbered ? null : (plan.namedSetting ?? (type ? 'OTH' : null)),
    sensettingother: isNumbered ? null : (plan.namedSettingOther ?? type),
    placementrank: 1,
    senunitindicator: sameSchool?.senUnit ?? false,
    resourcedprovisionindicator: sameSchool?.resourced ?? false,
  };
}

/** Module 5: the plan that is in force on survey day; null where it is not. */
export function activePlanOf(
  plan: PlanFacts,
  child: ChildFacts,
  collection: Collection,
): ActivePlan | null {
  if (!isActive(plan, collection)) return null;
  const { transferredInOn: came, transferredFrom } = plan;
  const cameNow = came !== null && collection.from <= came && came <= collection.census;
  const review = lastReview(plan, child.reviews, collection);
  return {
    transferla: cameNow ? transferredFrom : null,
    reviewmeeting: review?.metOn ?? null,
    reviewoutcome: review?.outcome ? (REVIEW_OUTCOMES[review.outcome] ?? null) : null,
    reviewdraft: review?.draftOn ?? null,
    ...phaseTransfer(child.reviews, collection),
    lastreview: review?.concludedOn ?? null,
    placements: placementsOf(plan, child, collection.census),
    needs: needsOf(plan),
  };
}

function placementsOf(plan: PlanFacts, child: ChildFacts, census: CalendarDay): Placement[] {
  const current = plan.placements.filter(
    ({ entryOn, leftOn }) =>
      (entryOn === null || entryOn <= census) && (leftOn === null || leftOn > census),
  );
  const ofPlan = (rank: number) => ({
    res: rank === 1 ? plan.residential : null,
    wbp: rank === 1 ? plan.workBased : null,
  });
  if (current.length === 0)
    return onRegisters(child).map((it) => ({ ...it, ...ofPlan(it.placementrank) }));
  return current
    .toSorted((a, b) => a.rank - b.rank)
    .map((place) => ({
      urn: place.urn,
      ukprn: place.ukprn,
      sensetting: place.setting,
      sensettingother: place.settingOther,
      placementrank: place.rank,
      senunitindicator: place.senUnit,
      resourcedprovisionindicator: place.resourced,
      entrydate: place.entryOn,
      leavingdate: place.leftOn,
      ...ofPlan(place.rank),
    }));
}

/** Nobody wrote down a placement: the schools that have the child on their registers. */
const onRegisters = ({ urn, secondUrn }: ChildFacts) =>
  [urn, secondUrn].flatMap((school, at) =>
    school === null
      ? []
      : [
          {
            urn: school,
            ukprn: null,
            sensetting: null,
            sensettingother: null,
            placementrank: at + 1,
            senunitindicator: false,
            resourcedprovisionindicator: false,
            entrydate: null,
            leavingdate: null,
          },
        ],
  );

const needsOf = ({ primaryNeed, secondaryNeed }: PlanFacts): Need[] =>
  [primaryNeed, secondaryNeed].flatMap((sentype, at) =>
    sentype === null ? [] : [{ sentype, sentyperank: at + 1 }],
  );
