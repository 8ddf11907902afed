import { dayAndMonth } from '@app/statutory-calendar';
import { type Circumstances } from './agenda-shape';
import { standingOf } from './conflicts';
import { quorumFor } from './quorum';
import { type Attending, type Candidate, SERVICES } from './terms';

/** What keeps a candidate off whatever room there is, and what would lift it. */
export interface Barrier {
  readonly whyNot: string;
  readonly wouldPutOn: string;
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

/** A child at risk of permanent exclusion is talked about without the papers. */
function papers({ papersMissing, urgent, pexRisk, pinned }: Candidate): Barrier[] {
  if (!papersMissing || urgent || pexRisk || pinned) return [];
  return [
    {
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
      whyNot: `${SERVICES[service]} is needed for it and is not expected`,
      wouldPutOn: `Somebody for ${SERVICES[service]} says that they will come`,
    }));
}

/** Rules of quorum that this item fails and the sitting as a whole does not. */
function quorumOfItem(candidate: Candidate, circumstances: Circumstances): Barrier[] {
  const { quorum } = circumstances.terms;
  const always = new Set(quorumFor(quorum, circumstances.people).missing);
  return quorumFor(quorum, peopleFor(candidate, circumstances), candidate)
    .missing.filter((it) => !always.has(it))
    .map((it) => ({
      whyNot: `There would be no quorum for it. Missing: ${it}`,
      wouldPutOn: 'Somebody who can be counted, or their deputy, says that they will come',
    }));
}

/** Those of the register with the interests that are known for this item. */
function peopleFor({ id }: Candidate, { people, interests = [] }: Circumstances): Attending[] {
  const own = new Map(
    interests.filter((it) => it.candidateId === id).map((it) => [it.memberId, it.kind]),
  );
  return people.map((it) => {
    const interest = own.get(it.memberId);
    return interest ? { ...it, interest } : it;
  });
}
