import { type Runner } from '@app/database';
import { type PolicyOverlay } from '@app/pathways';
import { type CalendarDay, plainDay, shortDay } from '@app/statutory-calendar';
import { type DecisionMap } from '../kinds/decision-map';
import { type Candidate, type Service } from '../pure/terms';
import { neededOf } from './candidate-people';
import { type Sitting } from './sitting';

/** A case as it comes to a panel: what its place on the agenda is judged by, and what a person knows it by. */
export interface CaseCandidate extends Candidate {
  readonly reference: string;
  readonly pathway: string;
  readonly stage: string;
  readonly childId: string;
  readonly childName: string;
  readonly dob: CalendarDay;
  readonly ncYear: string | null;
  readonly school: string | null;
  readonly restricted: boolean;
  readonly scoreAnswers: Readonly<Record<string, unknown>> | null;
  /** What the council had set otherwise when the case began. */
  readonly policy?: PolicyOverlay;
  readonly invited: readonly Service[];
  /** The state from which it cannot come yet, with the event that leads on. */
  readonly waitsFor?: string;
  /** It stands on the agenda of this sitting as an item already: carried over, or put there. */
  readonly itemId?: string;
}

interface CandidateRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly reference: string;
  readonly pathway: string;
  readonly stage: string;
  readonly openedOn: CalendarDay;
  readonly childId: string;
  readonly householdId: string | null;
  readonly childName: string;
  readonly dob: CalendarDay;
  readonly ncYear: string | null;
  readonly sen: string;
  readonly careStatus: string;
  readonly urn: string | null;
  readonly school: string | null;
  readonly restricted: boolean;
  readonly priority: number | null;
  readonly pexRisk: boolean | null;
  readonly meetingOn: CalendarDay | null;
  readonly opening: Readonly<Record<string, unknown>>;
  readonly scoreAnswers: Readonly<Record<string, unknown>> | null;
  readonly policy: PolicyOverlay | null;
  readonly deferrals: number;
  readonly reviewDue: CalendarDay | null;
  readonly statutoryBy: CalendarDay | null;
  readonly overdue: number;
  readonly itemId: string | null;
  readonly carriedFrom: CalendarDay | null;
  readonly carriedWhy: string | null;
  readonly position: number | null;
  readonly invited: readonly Service[] | null;
  /** Newest first. */
  readonly log: readonly { what: string; reason: string; by: string; service: Service | null }[];
}

/** Everybody who may come to this sitting, with those who cannot yet; a case on another agenda is on that one. */
export async function candidatesFor(runner: Runner, sitting: Sitting): Promise<CaseCandidate[]> {
  const rows = await runner.run<CandidateRow>('sitting-candidates', CANDIDATES, [
    sitting.authority,
    sitting.id,
    sitting.sitsOn,
    JSON.stringify(statesOf(sitting)),
  ]);
  return rows.filter((row) => isDue(row, sitting)).map((row) => candidateFrom(row, sitting));
}

/** Which states of which pathway bring a case here, with the clocks of its reviews. */
export function statesOf({ kind }: Pick<Sitting, 'kind'>) {
  return Object.entries(kind.decides).flatMap(
    ([pathway, { fresh, review, notYet = {}, reviewClocks: clocks = [] }]) =>
      [...fresh, ...review, ...Object.keys(notYet)].map((stage) => ({ pathway, stage, clocks })),
  );
}

/** One that is listed for a later day waits for that day. */
function isDue({ meetingOn, itemId, stage }: CandidateRow, { sitsOn, kind }: Sitting): boolean {
  if (itemId || !meetingOn) return true;
  const isListed = Object.values(kind.decides).some(({ opens }) => opens?.from.includes(stage));
  return !isListed || meetingOn <= sitsOn;
}

function candidateFrom(row: CandidateRow, sitting: Sitting): CaseCandidate {
  const map = sitting.kind.decides[row.pathway]!;
  const isReview = map.review.includes(row.stage);
  const papersMissing = map.withoutPapers?.includes(row.stage) ?? false;
  const waitsFor = papersMissing && row.pexRisk ? undefined : map.notYet?.[row.stage];
  const invited = invitedTo(row);
  const placed = row.log.find(({ what }) => ['added', 'late', 'accepted'].includes(what));
  const urgent = row.log.find(({ what }) => what === 'urgent');
  const mayWait = row.log.find(({ what }) => what === 'may_wait');
  const pinned = placed ?? standing(row, sitting);
  return {
    id: row.id,
    reference: row.reference,
    pathway: row.pathway,
    stage: row.stage,
    kind: isReview ? 'review' : 'fresh',
    childId: row.childId,
    ...(row.householdId && { householdId: row.householdId }),
    ...(row.urn && { schoolUrn: row.urn }),
    childName: row.childName,
    dob: row.dob,
    ncYear: row.ncYear,
    school: row.school,
    restricted: row.restricted,
    because: becauseOf(row, map),
    score: row.priority ?? 0,
    scoreAnswers: row.scoreAnswers,
    ...(row.policy && { policy: row.policy }),
    referredOn: row.openedOn,
    deferrals: row.deferrals,
    ...(mayWait && { approvedBy: mayWait.by }),
    ...(urgent && { urgent: { by: urgent.by, reason: urgent.reason } }),
    pexRisk: row.pexRisk ?? false,
    inCareOrProtected: ['cla', 'cp'].includes(row.careStatus),
    papersMissing,
    needs: neededOf(invited, row, sitting),
    hasPlan: row.sen === 'E',
    money: row.pathway === 'placement_request',
    ...(row.statutoryBy && { statutoryBy: row.statutoryBy }),
    ...(isReview && row.reviewDue && { reviewDue: row.reviewDue }),
    ...(pinned && {
      pinned: {
        reason: pinned.reason,
        late: pinned.what === 'late',
        ...(row.position && { position: row.position }),
      },
    }),
    invited,
    ...(waitsFor && { waitsFor }),
    ...(row.itemId && { itemId: row.itemId }),
  };
}

/** It has its place already: as an item, or because its case was told that it is listed. */
function standing(row: CandidateRow, { kind }: Sitting) {
  if (row.itemId) return { reason: carried(row), what: 'carried' };
  const isListed = kind.decides[row.pathway]?.opens?.from.includes(row.stage);
  return isListed && row.meetingOn
    ? { reason: `Listed for the sitting on ${shortDay(row.meetingOn)}`, what: 'listed' }
    : undefined;
}

const carried = ({ carriedFrom, carriedWhy }: CandidateRow) =>
  carriedFrom
    ? `Carried over from ${shortDay(carriedFrom)}${carriedWhy ? `: ${carriedWhy}` : ''}`
    : 'On this agenda already';

/**
 * Services asked to this child's item beside those who come to every one: only where the child calls for them, and
 * whom those who run the sitting ask or leave out with a reason; an item that was put off keeps them. Police and youth
 * justice come in no other way.
 */
function invitedTo({ invited, log, careStatus, sen }: CandidateRow): readonly Service[] {
  const asked = new Set(invited ?? calledFor({ careStatus, sen }));
  for (const { what, service } of [...log].reverse()) {
    if (what === 'asked' && service) asked.add(service);
    if (what === 'not_asked' && service) asked.delete(service);
  }
  return [...asked];
}

function calledFor({ careStatus, sen }: Pick<CandidateRow, 'careStatus' | 'sen'>): Service[] {
  return [
    'school_lead',
    ...(['cla', 'cp', 'cin'].includes(careStatus) ? (['social_worker'] as const) : []),
    ...(['cla', 'previously_cla'].includes(careStatus) ? (['virtual_school'] as const) : []),
    ...(sen === 'E' ? (['case_officer'] as const) : []),
  ];
}

const SOURCES: Readonly<Record<string, string>> = {
  school: 'Put forward by the school',
  ewo: 'Put forward by attendance',
  virtual_school: 'Put forward by the virtual school',
  youth_justice: 'Put forward by another service',
  parent: 'A parent asked, through the school',
  service: 'Put forward by another service',
  data_rule: 'Found in the data',
};
const RISKS: Readonly<Record<string, string>> = {
  possible: 'Permanent exclusion is possible',
  likely: 'Permanent exclusion is likely',
  decided: 'Permanent exclusion is decided',
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function becauseOf(
  { opening, openedOn, overdue, stage }: CandidateRow,
  { comesFor = {} }: DecisionMap,
): string[] {
  const source = SOURCES[text(opening['source'])] ?? 'Referred';
  const found = [text(opening['rule']), text(opening['ruleValues'])].filter(Boolean).join(': ');
  const risk = RISKS[text(opening['pexRisk'])];
  return [
    ...(comesFor[stage] ? [comesFor[stage]] : []),
    `${source} on ${plainDay(openedOn)}`,
    ...(found ? [found] : []),
    ...(risk ? [risk] : []),
    ...(overdue ? [overdue === 1 ? '1 action is overdue' : `${overdue} actions are overdue`] : []),
  ];
}

/** $1 authority, $2 sitting, $3 its day, $4 states. */
const CANDIDATES = `
SELECT c.id, c.reference, c.pathway, c.stage, c.opened_on AS "openedOn", h.id AS "childId", h.household_id AS "householdId",
  concat_ws(' ', coalesce(h.preferred_name, h.legal_forename), h.legal_surname) AS "childName", h.dob, h.nc_year AS "ncYear",
  h.sen_provision AS sen, h.care_status AS "careStatus", h.urn, s.name AS school, c.restricted OR h.restricted AS restricted,
  coalesce((c.state->'context'->>'priority')::int, (c.state->'context'->>'tvs')::int) AS priority,
  (c.state->'context'->>'pexRisk') = 'true' AS "pexRisk", coalesce(c.state->'context'->>'meetingOn', c.state->'context'->>'panelOn') AS "meetingOn",
  opening.payload AS opening,
  (SELECT e.payload->'score' FROM case_event e WHERE e.case_id = c.id AND e.payload ? 'score' ORDER BY e.version DESC LIMIT 1) AS "scoreAnswers",
  c.state #> '{context,policy}' AS policy,
  (SELECT count(*)::int FROM sitting_item d WHERE d.case_id = c.id AND d.status = 'deferred' AND NOT EXISTS (
    SELECT 1 FROM sitting_item x WHERE x.case_id = c.id AND x.status = 'decided' AND x.settled_at > d.settled_at)) AS deferrals,
  (SELECT min(k.due_on) FROM clock k WHERE k.case_id = c.id AND k.status = 'open' AND k.code = ANY(w.clocks)) AS "reviewDue",
  (SELECT min(k.due_on) FROM clock k WHERE k.case_id = c.id AND k.status = 'open' AND k.basis = 'statutory') AS "statutoryBy",
  (SELECT count(*)::int FROM action a WHERE a.case_id = c.id AND a.state IN ('open', 'overdue', 'blocked') AND a.due_on < $3::date) AS overdue,
  i.id AS "itemId", coalesce(i.invited, waited.invited) AS invited, i.position, f.sits_on AS "carriedFrom", f.moved_because AS "carriedWhy",
  (SELECT coalesce(json_agg(json_build_object('what', l.what, 'reason', l.reason, 'by', coalesce(o.name, 'Causeway'), 'service', l.service) ORDER BY l.id DESC), '[]')
   FROM agenda_log l LEFT JOIN officer o ON o.id = l.by_id WHERE l.sitting_id = $2 AND l.case_id = c.id) AS log
FROM jsonb_to_recordset($4::jsonb) AS w(pathway text, stage text, clocks text[])
JOIN send_case c ON c.authority = $1 AND c.pathway = w.pathway AND c.stage = w.stage AND c.open
JOIN child h ON h.id = c.child_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = h.urn
JOIN case_event opening ON opening.case_id = c.id AND opening.version = 1
LEFT JOIN sitting_item i ON i.case_id = c.id AND i.status IN ('listed', 'open')
LEFT JOIN LATERAL (SELECT d.invited FROM sitting_item d WHERE d.case_id = c.id AND d.status = 'deferred' AND NOT EXISTS (
  SELECT 1 FROM sitting_item x WHERE x.case_id = c.id AND x.status = 'decided' AND x.settled_at > d.settled_at)
  ORDER BY d.settled_at DESC LIMIT 1) waited ON true
LEFT JOIN sitting_item g ON g.id = i.carried_from LEFT JOIN sitting f ON f.id = g.sitting_id
WHERE i.id IS NULL OR i.sitting_id = $2
ORDER BY c.id`;
