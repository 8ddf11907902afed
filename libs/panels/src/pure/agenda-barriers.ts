import { dayAndMonth } from '@app/statutory-calendar';
import { type Circumstances } from './agenda-shape';
import { standingOf } from './conflicts';
import { quorumFor } from './quorum';
import { type Attending, type Candidate, SERVICES } from './terms';

/** What keeps a candidate off whatever room there is, and what would lift it. */
export interface Barrier {
  readonly whyNot: string;
  readonly wouldPutOn: string;
  /** It yields to the chair’s word, and to a risk of permanent exclusion. */
  readonly yields?: true;
}

/** All that speaks against talking about this candidate at this sitting. */
export function barriersOf(candidate: Candidate, circumstances: Circumstances): Barrier[] {
  return [
    ...papers(candidate),
    ...notYet(candidate, circumstances),
    ...absentServices(candidate, circumstances),
    ...quorumOfItem(candidate, circumstances),
  ];
}

/** Whether it keeps this candidate off. */
export function stops(barrier: Barrier, { urgent, pexRisk }: Candidate): boolean {
  return !(barrier.yields && (urgent || pexRisk));
}

function papers({ papersMissing, pinned }: Candidate): Barrier[] {
  if (!papersMissing || pinned) return [];
  return [
    {
      yields: true,
      whyNot: 'Papers that were asked for are not here yet',
      wouldPutOn: 'The papers come, or the chair adds it as a late item',
    },
  ];
}

function notYet({ reviewDue, urgent, pinned }: Candidate, { nextOn }: Circumstances): Barrier[] {
  if (!reviewDue || !nextOn || reviewDue < nextOn || urgent || pinned) return [];
  return [
    {
      whyNot: `Its review is due by ${dayAndMonth(reviewDue)}, so the sitting on ${dayAndMonth(nextOn)} is soon enough`,
      wouldPutOn: 'The chair places it on this agenda, with a reason',
    },
  ];
}

function absentServices(candidate: Candidate, circumstances: Circumstances): Barrier[] {
  const speaking = peopleFor(candidate, circumstances).filter((it) => standingOf(it).speaks);
  const expected = new Set(speaking.map(({ service }) => service));
  return [...new Set(candidate.needs)]
    .filter((service) => !expected.has(service))
    .sort()
    .map((service) => ({
      yields: true,
      whyNot: `${SERVICES[service]} is needed for it and is not expected`,
      wouldPutOn: `Somebody for ${SERVICES[service]} says that they will come, or the service is left out of it, with a reason`,
    }));
}

/** Rules of quorum that this item fails and the sitting as a whole does not. */
function quorumOfItem(candidate: Candidate, circumstances: Circumstances): Barrier[] {
  const { quorum } = circumstances.terms;
  const always = new Set(quorumFor(quorum, atEveryItem(circumstances)).missing);
  return quorumFor(quorum, peopleFor(candidate, circumstances), candidate)
    .missing.filter((it) => !always.has(it))
    .map((it) => ({
      whyNot: `There would be no quorum for it. Missing: ${it}`,
      wouldPutOn: 'Somebody who can be counted, or their deputy, says that they will come',
    }));
}

/** Those who come whatever is talked about. */
export const atEveryItem = ({ people }: Circumstances): Attending[] =>
  people.filter(({ onlyAsked }) => !onlyAsked);

/** Those who come to this item, with the interests that are known for it. */
function peopleFor(candidate: Candidate, { people, interests = [] }: Circumstances): Attending[] {
  const own = new Map(
    interests.filter((it) => it.candidateId === candidate.id).map((it) => [it.memberId, it.kind]),
  );
  return people
    .filter((it) => isAsked(it, candidate))
    .map((it) => {
      const interest = own.get(it.memberId);
      return interest ? { ...it, interest } : it;
    });
}

function isAsked({ onlyAsked, service }: Attending, { invited, schoolUrn }: Candidate): boolean {
  if (!onlyAsked || !invited) return true;
  return (
    invited.includes(service) && (service !== 'school_lead' || onlyAsked.schoolUrn === schoolUrn)
  );
}
