import { ACTION_STATES } from '@app/casework';
import {
  type AtSitting,
  CARE_WORDS,
  INTERESTS,
  type Item,
  type ItemFacts,
  peopleAt,
  quorumAt,
  SERVICES,
} from '@app/panels';
import { ageOn, londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { sittingHead, withoutScore } from './sitting-words';

const MINUTE = 60_000;
const STATUS: Readonly<Record<Item['status'], string>> = {
  listed: '',
  open: 'Open now',
  decided: 'Decided',
  deferred: 'Put off',
  moved: 'Goes to the next sitting',
  removed: '',
};
const SEN = { N: undefined, K: 'SEN support', E: 'EHC plan' } as const;

/** The line of items at the side of the room, each with its time. */
export function roomModel(at: AtSitting, current: Item | undefined, now: Date) {
  const { sitting, items, starts } = at;
  const done = items.filter(({ status }) => status === 'decided' || status === 'deferred').length;
  return {
    head: sittingHead(at),
    now: londonTime(now),
    pace: paceWords(at, now),
    agenda: items.map((item) => ({
      at: londonTime(starts.get(item.id) ?? sitting.startsAt).replace(/[ap]m$/, ''),
      name: nameOf(item),
      under: underOf(item),
      done: item.status === 'decided' || item.status === 'deferred',
      current: item.id === current?.id,
      href: paths.sittings.item(sitting.id, item.id),
    })),
    early: earlyWords(at),
    counts: `${done} of ${items.length} items done`,
    people: peopleModel(at, current),
    ...quorumModel(at, current),
    interests: (current?.interests ?? []).map(
      ({ name, kind }) =>
        `${name}: ${INTERESTS[kind].label.toLowerCase()}. ${INTERESTS[kind].words}.`,
    ),
    notInvited: current ? notInvited(at, current) : [],
    changesHref: paths.sittings.changes(sitting.id),
    registerHref: paths.sittings.register(sitting.id),
    addChildHref: paths.sittings.addChild(sitting.id),
    interestHref: current && paths.sittings.itemStep(sitting.id, current.id, 'interest'),
  };
}

/** Whether the open item is over its time, and the sitting with it. */
function paceWords({ sitting, items, starts }: AtSitting, now: Date): string | undefined {
  const open = items.find(({ status }) => status === 'open');
  const start = open && starts.get(open.id);
  if (!start || sitting.stage !== 'in_session' || londonDay(now) !== sitting.sitsOn)
    return undefined;
  const behind = Math.round((now.getTime() - start.getTime()) / MINUTE) - open.minutes;
  if (behind > sitting.minutes) return undefined;
  if (behind <= 0) return 'running to time';
  return `${behind} ${behind === 1 ? 'minute' : 'minutes'} behind`;
}

/** What a room says that has no item yet, and when it will. */
function earlyWords({ sitting: { stage, papersOutAt }, seat }: AtSitting): string | undefined {
  if (stage !== 'scheduled' && stage !== 'agenda_open') return undefined;
  if (seat.runs) return 'The agenda is not fixed yet. Its items are here once the papers are out.';
  return `There is no item here yet. You can read yours once the papers are out, planned for ${longDay(londonDay(papersOutAt))}.`;
}

/** A child's name, or the school's. */
export const nameOf = ({ childName, school }: Item) => childName ?? school ?? '';

function underOf({ kind, score, status, lateWhy, minutes, school }: Item): string {
  const what =
    kind === 'school'
      ? `Whole school, ${minutes} minutes`
      : kind === 'review'
        ? `Review, ${school ?? ''}`
        : `New. Score ${score}`;
  return [STATUS[status] || what, lateWhy && !STATUS[status] ? 'Late item' : '']
    .filter(Boolean)
    .join('. ');
}

const ANSWERS = { coming: 'Expected', here: 'Here', apologies: 'Apologies', left: 'Left' } as const;

function peopleModel({ members, seat }: AtSitting, current: Item | undefined) {
  return members
    .filter(({ core, service }) => core || (current?.invited.includes(service) ?? false))
    .filter(({ name, answer }) => answer || !members.some((one) => one.deputyName === name))
    .map(({ id, name, service, answer, deputyName, core }) => ({
      id,
      name: deputyName ? `Deputy: ${deputyName}` : name,
      service: SERVICES[service],
      here: answer === 'here',
      answer: answer ? ANSWERS[answer] : 'No answer',
      value: answer ?? '',
      deputyName: deputyName ?? '',
      thisItem: !core,
      changes: seat.runs,
    }));
}

function quorumModel({ sitting, members }: AtSitting, current: Item | undefined) {
  if (!current) return { quorum: undefined };
  const { met, missing } = quorumAt(sitting, current, members);
  const wanted = sitting.terms.quorum.map(({ label }) => label).join(', ');
  return {
    quorum: {
      met,
      words: met ? 'Quorum met for this item' : `No quorum. Not here: ${missing.join('; ')}`,
      rule: `Quorum: ${wanted}.`,
      here: peopleAt(current, members).filter(({ present }) => present).length,
    },
  };
}

/** Services that could be called to an item and are not called to this one. */
function notInvited({ members }: AtSitting, { invited }: Item): string[] {
  const services = members
    .filter(({ core, service }) => !core && !invited.includes(service))
    .map(({ service }) => SERVICES[service].toLowerCase());
  return [...new Set(services)];
}

/** The item in the middle of the room. */
export function itemModel(
  { sitting, items, seat }: AtSitting,
  item: Item,
  facts: ItemFacts | undefined,
  now: Date,
) {
  const place = items.findIndex(({ id }) => id === item.id);
  const spent =
    item.openedAt && item.status === 'open'
      ? Math.max(0, Math.round((now.getTime() - item.openedAt.getTime()) / MINUTE))
      : undefined;
  const opening = facts?.opening ?? {};
  return {
    id: item.id,
    version: item.version,
    status: item.status,
    name: nameOf(item),
    line: lineOf(item, sitting.sitsOn),
    flag: CARE_WORDS[item.careStatus ?? ''],
    place: `Item ${place + 1} of ${items.length}`,
    minutes:
      spent === undefined ? `${item.minutes} minutes` : `${spent} of ${item.minutes} minutes`,
    concern: item.concern ?? undefined,
    because: item.scoreParts.length ? withoutScore(item.because) : item.because,
    late: item.lateWhy ?? undefined,
    score: item.kind === 'fresh' ? item.score : undefined,
    parts: item.scoreParts.filter(({ points }) => points > 0),
    asks: textOf(opening['askOfMeeting']),
    worry: textOf(opening['worry']),
    well: textOf(opening['workingWell']),
    tried: linesOf(opening['strategies']),
    services: linesOf(opening['services']),
    familyView: textOf(opening['familyView']),
    childView: textOf(opening['childView']),
    actions: (facts?.actions ?? []).map(({ what, owner, dueOn, state, isNew }) => ({
      what,
      owner,
      due: plainDay(dueOn),
      state: ACTION_STATES[state],
      isNew,
    })),
    outcome: outcomeModel(item),
    caseHref: seat.runs && item.reference ? paths.case(item.reference) : undefined,
    step: (step: string) => paths.sittings.itemStep(sitting.id, item.id, step),
    entriesHref: paths.sittings.entries(sitting.id, item.id),
    before: items[place - 1] && paths.sittings.item(sitting.id, items[place - 1]!.id),
    nextName: items[place + 1] && nameOf(items[place + 1]!),
    next: items[place + 1] && paths.sittings.item(sitting.id, items[place + 1]!.id),
  };
}

function lineOf({ dob, ncYear, school, sen }: Item, on: string): string {
  const born = dob ? `Born ${plainDay(dob)}, age ${ageOn(dob, on)}` : '';
  return [
    [born, ncYear ? `Year ${ncYear}` : '', school ?? ''].filter(Boolean).join(', '),
    SEN[sen ?? 'N'],
  ]
    .filter(Boolean)
    .join('. ');
}

function outcomeModel({ outcome }: Item) {
  if (!outcome) return undefined;
  if (outcome.kind === 'deferred')
    return {
      title: 'Put off',
      reasons: outcome.note ?? '',
      by: outcome.by,
      to: outcome.to && plainDay(outcome.to),
    };
  return { title: outcome.decision, reasons: outcome.reasons, by: outcome.by };
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
const linesOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
