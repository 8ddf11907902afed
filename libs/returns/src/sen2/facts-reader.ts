import { type Statements } from '@app/database';
import { type Collection } from './collection';
import { type ChildFacts, type PlanFacts, type ReviewCase } from './facts';
import { groupedBy } from './group';
import { CASES_SQL, NEXT_CHILDREN_SQL, PLANS_SQL } from './facts-sql';

/** Children read at once: the memory of a return does not grow with the council. */
const AT_ONCE = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const ASSESSMENT = 'ehc_needs_assessment';
const REVIEW = 'annual_review';
const MATTER = 'plan_change';
const TYPES = [
  ...['REQUEST_RECEIVED', 'AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS', 'ASSESSMENT_CONCEDED'],
  ...['ASSESSMENT_ORDERED', 'AGREED_TO_ISSUE', 'REFUSED_TO_ISSUE', 'PLAN_CONCEDED', 'PLAN_ORDERED'],
  ...['DRAFT_ISSUED', 'FINAL_ISSUED', 'EXCEPTION_CLAIMED', 'MEDIATION_REQUESTED', 'APPEAL_LODGED'],
  ...['REQUEST_WITHDRAWN', 'FAMILY_WITHDREW', 'CHILD_MOVED_LA', 'DECEASED'],
  ...['CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND'],
  ...['REVIEW_OPENED', 'MEETING_HELD', 'DECISION_MAINTAIN', 'DECISION_AMEND', 'DECISION_CEASE'],
  ...['FINAL_AMENDED_ISSUED', 'AMENDMENT_WITHDRAWN'],
];

type Row<Facts> = Facts & { readonly childId: string; readonly [column: string]: unknown };
type CaseRow = Row<ReviewCase & { readonly pathway: string }>;

/** Reads the children of an authority of whom the return may say something, a thousand at a time. */
export async function* childrenFacts(
  statements: Statements,
  authority: string,
  { census }: Collection,
): AsyncGenerator<ChildFacts[]> {
  for (let after = BEFORE_ALL; ;) {
    const children = await statements.run<
      Row<Omit<ChildFacts, 'plans' | 'assessments' | 'reviews' | 'matters'>>
    >('sen2.children', NEXT_CHILDREN_SQL, [authority, after, AT_ONCE]);
    const ids = children.map(({ childId }) => childId);
    const last = ids.at(-1);
    if (last === undefined) return;
    const [plans, cases] = await Promise.all([
      statements.run<Row<PlanFacts>>('sen2.plans', PLANS_SQL, [authority, ids, census]),
      statements.run<CaseRow>('sen2.cases', CASES_SQL, [
        authority,
        ids,
        [ASSESSMENT, REVIEW, MATTER],
        TYPES,
      ]),
    ]);
    const plansOf = groupedBy(plans, ({ childId }) => childId);
    const casesOf = groupedBy(cases, ({ childId, pathway }) => `${pathway} ${childId}`);
    yield children.map((child) => ({
      ...child,
      plans: plansOf.get(child.childId) ?? [],
      assessments: casesOf.get(`${ASSESSMENT} ${child.childId}`) ?? [],
      reviews: casesOf.get(`${REVIEW} ${child.childId}`) ?? [],
      matters: casesOf.get(`${MATTER} ${child.childId}`) ?? [],
    }));
    after = last;
  }
}
