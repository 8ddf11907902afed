import { type Collection } from './collection';
import { type CaseFacts, type ChildFacts, type PlanFacts, saidIn } from './facts';
import { activePlanOf, isReported, namedPlanOf } from './plan-record';
import { type Person, type Request } from './records';
import { disputedLater, isInScope, type Journey, journeyOf, requestOf } from './request-record';

/** A child as the return counts them; undefined where there is nothing to report. */
export function personOf(child: ChildFacts, collection: Collection): Person | undefined {
  const plans = child.plans.filter((plan) => isReported(plan, collection));
  const requests = [
    ...child.assessments.flatMap((it) => requestOfCase(child, it, plans, collection)),
    ...plans
      .filter((plan) => !originOf(plan, child))
      .map((plan) => loaded(plan, child, collection)),
  ];
  if (requests.length === 0) return undefined;
  return {
    childId: child.childId,
    surname: child.surname,
    forename: child.forename,
    personbirthdate: child.dob,
    sex: child.sex === 'U' ? null : child.sex,
    ethnicity: child.ethnicity,
    postcode: child.postcode,
    upn: child.upn,
    uniquelearnernumber: child.uln,
    upnunknown: child.upn || child.uln ? null : child.upnUnknown,
    requests,
  };
}

const originOf = (plan: PlanFacts, { assessments }: ChildFacts): CaseFacts | undefined =>
  assessments.find(({ caseId }) => caseId === plan.fromCase);

function requestOfCase(
  child: ChildFacts,
  it: CaseFacts,
  plans: readonly PlanFacts[],
  collection: Collection,
): Request[] {
  const journey = journeyOf(it, collection);
  if (!journey) return [];
  const plan = plans.find(({ fromCase }) => fromCase === it.caseId);
  if (!plan && (!isInScope(journey, collection) || isReassessment(journey, it, child))) return [];
  return [requestOf(it, journey, moduleOf(plan, it, child, collection), collection)];
}

/** A child who already had a plan is assessed again: the return counts first assessments. */
function isReassessment({ received }: Journey, { caseId }: CaseFacts, { plans }: ChildFacts) {
  if (saidIn(received, 'kind') === 'reassessment') return true;
  return plans.some(
    ({ fromCase, madeOn, ceasedOn }) =>
      fromCase !== caseId && madeOn < received.on && (ceasedOn === null || ceasedOn > received.on),
  );
}

function moduleOf(
  plan: PlanFacts | undefined,
  origin: CaseFacts | undefined,
  child: ChildFacts,
  collection: Collection,
) {
  return {
    planId: plan?.id ?? null,
    namedplan: plan ? namedPlanOf(plan, origin, collection) : null,
    activeplan: plan ? activePlanOf(plan, child, collection) : null,
    later: disputedLater(plan ? child.matters : [], collection),
  };
}

/** A plan from before the product, or from another council: its request and assessment are history. */
function loaded(plan: PlanFacts, child: ChildFacts, collection: Collection): Request {
  const { namedplan, later, ...parts } = moduleOf(plan, undefined, child, collection);
  return {
    reference: null,
    ...parts,
    receiveddate: null,
    requestsource: null,
    rya: false,
    requestoutcomedate: null,
    requestoutcome: 'H',
    requestmediation: false,
    requesttribunal: false,
    exported: null,
    assessment: {
      assessmentoutcome: 'H',
      assessmentoutcomedate: null,
      assessmentmediation: false,
      assessmenttribunal: false,
      othermediation: later.mediation,
      othertribunal: later.tribunal,
      week20: null,
      namedplan,
    },
  };
}
