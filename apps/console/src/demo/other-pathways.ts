import { addDays } from '@app/statutory-calendar';
import { cessationCases } from './cessation/cases';
import { earlyYearsCases } from './early-years/cases';
import { ebsnaCases } from './ebsna/cases';
import { eotasCases } from './eotas/cases';
import { unitCases } from './hd/cases';
import { exclusionCases } from './exclusions/cases';
import { inclusionFundCases } from './inclusion-fund/cases';
import { type Journey } from './journey';
import { placementCases } from './placement/cases';
import { planChangeCases } from './plan-changes/cases';
import { post16Cases } from './post16/cases';
import { reviewCases } from './reviews/cases';
import { firstReviews } from './reviews/first-reviews';
import { s19Cases } from './s19/cases';
import { type Scene } from './scene';
import { tatsCases } from './tats/cases';

/** The cases of every pathway beside the Year 6 programme and the 20 weeks. */
export interface OtherPathways {
  /** Each told by itself. */
  readonly others: readonly Journey[];
  /** Unit places: told together, day by day. */
  readonly units: readonly Journey[];
  /** The assessments, one of them now asked for by the Team Around the School. */
  readonly assessments: readonly Journey[];
}

/** Tells the cases of every other pathway, some of them linked with the assessments. */
export function otherPathways(scene: Scene, assessments: readonly Journey[]): OtherPathways {
  const asked = askedFor(scene, assessments);
  const tats = tatsCases(scene, asked && { child: asked.child, on: asked.opening.on });
  const reviews = reviewCases(scene);
  const placements = placementCases(scene);
  return {
    others: [
      ...ebsnaCases(scene),
      ...s19Cases(scene),
      ...exclusionCases(scene),
      ...tats.all,
      ...reviews.all,
      ...firstReviews(scene, assessments),
      ...cessationCases(scene, reviews.ceasing),
      ...placements.all,
      ...eotasCases(scene, placements.otherwise),
      ...inclusionFundCases(scene),
      ...earlyYearsCases(scene),
      ...post16Cases(scene),
      ...planChangeCases(scene),
    ],
    units: unitCases(scene, tats.toUnit),
    assessments: assessments.map((journey) =>
      journey === asked && tats.toAssessment
        ? {
            ...journey,
            cameFrom: { journey: tats.toAssessment, step: 'DECISION_ACTIONS', because: ASKED },
          }
        : journey,
    ),
  };
}

const ASKED = 'The Team Around the School thinks that the child may need an EHC plan.';
const [NEWEST, OLDEST] = [8, 35];

/** A young assessment of a child who goes to school. */
function askedFor({ time }: Scene, assessments: readonly Journey[]): Journey | undefined {
  return assessments.find(
    ({ child, opening }) =>
      Number(child.ncYear) >= 3 &&
      opening.on <= addDays(time.today, -NEWEST) &&
      opening.on >= addDays(time.today, -OLDEST),
  );
}
