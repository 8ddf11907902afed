import {
  type AgendaInPreparation,
  type AtSitting,
  isChild,
  type Item,
  type ItemFacts,
  type Member,
  quorumAt,
} from '@app/panels';
import { schemaInWords } from '../api-docs/payload-schemas';
import { type DecisionOption } from './decision-form';
import { nameOf } from './room-model';

/** A sitting for a program: what the page of the same person shows. */
export function sittingAnswer(at: AtSitting) {
  const { sitting, seat, items, hidden, members } = at;
  return {
    id: sitting.id,
    version: sitting.version,
    panel: sitting.kind.code,
    name: sitting.panel,
    sitsOn: sitting.sitsOn,
    plannedFor: sitting.plannedFor,
    movedBecause: sitting.movedBecause,
    startsAt: sitting.startsAt,
    stage: sitting.stage,
    runs: seat.runs,
    chairs: seat.chairs,
    items: items.map(inBrief),
    notForYou: hidden,
    members: members.filter((member) => mayKnow(at, member)).map(registered),
  };
}

/** Those who come to single items are known to those who run the sitting, and to themselves. */
const mayKnow = ({ seat }: AtSitting, { id, core }: Member) =>
  seat.runs || core || seat.members.some((own) => own.id === id);

const registered = ({ id, name, service, core, answer, deputyName }: Member) => ({
  id,
  name,
  service,
  everyItem: core,
  answer,
  deputyName,
});

const inBrief = (item: Item) => ({
  id: item.id,
  version: item.version,
  position: item.position,
  kind: item.kind,
  reference: item.reference,
  name: nameOf(item),
  status: item.status,
  because: item.because,
  lateWhy: item.lateWhy,
  outcome: item.outcome,
});

interface Known {
  readonly facts: ItemFacts | undefined;
  readonly options: readonly DecisionOption[];
}

/** One item for a program, with what can be decided about it now. */
export function itemAnswer(at: AtSitting, item: Item, { facts, options }: Known) {
  const { sitting, members } = at;
  const opening = facts?.opening ?? {};
  return {
    ...inBrief(item),
    school: item.school,
    minutes: item.minutes,
    startsAt: at.starts.get(item.id),
    score: item.kind === 'fresh' ? item.score : undefined,
    scoreParts: item.scoreParts,
    concern: item.concern,
    asked: item.invited,
    interests: item.interests,
    quorum: quorumAt(sitting, item, members),
    told: Object.fromEntries(TOLD.map((name) => [name, opening[name]])),
    actions: facts?.actions ?? [],
    decisions: options.map(({ type, definition: { title, payload } }) => ({
      event: type,
      title,
      payload: schemaInWords(payload),
    })),
  };
}

/** What the papers tell of the case, by the names of its first event. */
const TOLD = [
  'askOfMeeting',
  'worry',
  'workingWell',
  'strategies',
  'services',
  'familyView',
  'childView',
] as const;

/** The agenda in preparation for a program: who is on and why, who is not and what would change that. */
export function agendaAnswer({ at, version, lines, left, warnings, ...rest }: AgendaInPreparation) {
  return {
    version,
    stage: at.sitting.stage,
    lines: lines.map(({ candidate, position, startsAt, minutes, why }) => ({
      ...candidateAnswer(candidate),
      position,
      startsAt,
      minutes,
      why,
    })),
    left: left.map(({ candidate, whyNot, wouldPutOn, offer }) => ({
      ...candidateAnswer(candidate),
      whyNot,
      wouldPutOn,
      offer,
    })),
    warnings: warnings.map(({ text }) => text),
    changes: rest.logged.map(({ what, child, to, service, reason, by, at: on }) => ({
      ...{ what, child, to, service, reason, by, at: on },
    })),
    restricted: rest.restricted,
  };
}

const candidateAnswer = (candidate: AgendaInPreparation['lines'][number]['candidate']) => ({
  reference: isChild(candidate) ? candidate.reference : undefined,
  kind: candidate.kind,
  name: isChild(candidate) ? candidate.childName : candidate.school,
  score: candidate.kind === 'fresh' ? candidate.score : undefined,
});
