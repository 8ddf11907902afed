import { shortDay } from '@app/statutory-calendar';
import { answered, mayDo } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { restsOnMoney } from '../cost-alone';
import { costAloneWords } from './law';
import {
  isIndependent,
  type Option,
  type OptionRow,
  OPTIONS,
  notWeighed,
  unaccounted,
} from './options';
import { panelAfter } from './panel-days';
import { placementPolicy } from './policy';

const table = ({ payload }: PathwayEvent) => (payload['options'] ?? []) as readonly OptionRow[];
const named = (options: readonly Option[]) => options.map((option) => OPTIONS[option]).join('; ');
const mayDecideAlone = ({ event }: GuardInput) =>
  event.facts.actorMay?.includes('decision.make') ?? false;

/** What is recommended, being agreed, or agreed already. */
const choiceOf = ({ context, event }: GuardInput) =>
  event.payload['recommended'] ?? event.payload['agreed'] ?? context['agreed'];

const isFull = ({ context, event }: GuardInput) =>
  event.payload['isFull'] === true ||
  (event.payload['agreed'] === undefined && context['overNumber'] === true);

/** Local options without reply or reason: those of the paper being sent, or of the one on file. */
function silent({ context, event }: GuardInput): readonly Option[] {
  return event.payload['options'] ? unaccounted(table(event)) : (context['silent'] as Option[]);
}

/** The family asked for one kind of school by right, and this is it. */
function isLawfulPreference({ context, event }: GuardInput): boolean {
  return context['right'] === 'section_38' && context['preferred'] === choiceOf({ context, event });
}

/** Not agreeing, or agreeing something else than the family asked for. */
function goesAgainstFamily({ context, event }: GuardInput): boolean {
  if (event.type === 'NOT_AGREED') return true;
  return Boolean(context['preferred']) && context['preferred'] !== event.payload['agreed'];
}

/** The next date that this event gives the request. */
export function nextDate({ context, event }: GuardInput): string {
  return said(event, 'newDate') ?? panelAfter(String(context['panelOn']));
}

function isDateSafe(input: GuardInput): boolean {
  const legal = input.context['statutoryDate'];
  return typeof legal !== 'string' || nextDate(input) <= legal;
}

const withoutPanel = {
  what: 'Or a reason for deciding without the panel',
  who: 'The decision maker, on the form of the decision',
} as const;

/** Conditions of handbook 12, each with the words of its refusal. */
export const placementGuards = {
  ...commonGuards,
  optionsAppraisal: {
    test: ({ event }) => notWeighed(table(event)).length === 0,
    text: ({ event }) => `The options table leaves out: ${named(notWeighed(table(event)))}`,
    aboutAnswer: true,
    missing: ({ event }) =>
      notWeighed(table(event)).map((option) => ({
        what: `A row for: ${OPTIONS[option]}`,
        who: 'You, on this form',
      })),
    otherWays: [
      'Where a date set by law is near, the decision maker can decide without the panel and record why.',
    ],
  },
  lastResort: {
    test: (input) =>
      !isIndependent(choiceOf(input)) ||
      silent(input).length === 0 ||
      isLawfulPreference(input) ||
      (Boolean(input.event.payload['withoutRepliesReason']) && mayDecideAlone(input)),
    text: (input) =>
      `An independent or non-maintained special school comes last. These local options have neither a reply nor a reason: ${named(silent(input))}`,
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: (input) =>
      silent(input).map((option) => ({
        what: `A reply or a reason for: ${OPTIONS[option]}`,
        who: 'The placement officer',
      })),
    otherWays: [
      'It can go on without the replies where the family asks for this school by right, or where the decision maker says why.',
    ],
  },
  quorate: {
    test: ({ event }) => event.facts.quorate !== false,
    text: 'Too few members are present, so the panel can talk about it but not advise',
    needs: ['quorate'],
    missing: () => [
      { what: 'A sitting with enough members', who: 'The panel coordinator' },
      withoutPanel,
    ],
    otherWays: ['The decision maker can decide without the panel and record why.'],
  },
  statutoryDateSafe: {
    test: isDateSafe,
    text: (input) =>
      `That would be ${shortDay(nextDate(input))}, after ${shortDay(String(input.context['statutoryDate']))}, the date that the law sets for the plan`,
    aboutAnswer: true,
    missing: () => [{ what: 'An earlier panel', who: 'The panel coordinator' }, withoutPanel],
    otherWays: ['Decide now, or let the decision maker decide without the panel and record why.'],
  },
  statutoryDateAtRisk: {
    test: (input) => !isDateSafe(input),
    text: 'The date that the law sets is safe',
    aboutAnswer: true,
  },
  deferralsLeft: {
    test: ({ context, event }) =>
      Number(context['deferrals']) < placementPolicy.deferrals ||
      (event.facts.actorMay?.includes('decision.make') ?? false),
    text: `It has been put off ${placementPolicy.deferrals} times. Only a SEND manager may put it off again`,
    needs: ['actorMay'],
    missing: () => [
      { what: 'A decision, or a SEND manager who puts it off', who: 'A SEND manager' },
    ],
  },
  mayDecidePlacement: mayDo(
    'placement.decide',
    'Only the chair of the panel or a SEND manager may decide on a placement',
    'The panel chair or a SEND manager',
  ),
  notTheProposer: {
    test: ({ event }) => !event.facts.actorProposed,
    text: 'You prepared or sent this request, so somebody else must decide on it',
    needs: ['actorProposed'],
    missing: () => [
      {
        what: 'A decision by somebody who did not prepare it',
        who: 'The panel chair or another SEND manager',
      },
    ],
  },
  panelHasAdvised: {
    test: (input) => Boolean(input.event.payload['withoutPanelReason']) && mayDecideAlone(input),
    text: 'The panel has not discussed it. A SEND manager may decide without the panel and say why',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A discussion at the panel', who: 'The panel', byEvent: 'ITEM_OPENED' },
      withoutPanel,
    ],
    otherWays: ['A panel never holds up a date set by law.'],
  },
  groundGiven: {
    test: (input) => !goesAgainstFamily(input) || Boolean(input.event.payload['ground']),
    text: 'The family asked for something else. Give the ground in law for not agreeing to that',
    aboutAnswer: true,
    missing: () => [
      { what: 'One of the three grounds in law', who: 'The decision maker, on this form' },
    ],
    otherWays: ['Agree to what the family asks for.'],
  },
  notCostAlone: {
    test: (input) => {
      const { payload } = input.event;
      if (!goesAgainstFamily(input)) return true;
      if (payload['ground'] === 'inefficient_resources' && !payload['comparison']) return false;
      return !restsOnMoney(said(input.event, 'reasons'), said(input.event, 'comparison'));
    },
    text: ({ context }) => costAloneWords(context['right']),
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A comparison of how well each option meets the needs',
        who: 'The decision maker, on this form',
      },
    ],
    otherWays: ['Agree to what the family asks for.'],
  },
  alternativeOffered: answered('alternativeDetail', 'Say what is offered instead, and from when'),
  overNumberGround: {
    test: ({ event }) =>
      event.payload['isFull'] !== true || Boolean(event.payload['overNumberGround']),
    text: 'The school is full. A place over its number is possible, and needs its ground in law',
    aboutAnswer: true,
    missing: () => [
      { what: 'The ground for a place over the number', who: 'The decision maker, on this form' },
    ],
  },
  forEotas: {
    test: (input) => choiceOf(input) === 'eotas',
    text: 'What was agreed is a place at a school',
    aboutAnswer: true,
  },
  withinNumber: {
    test: (input) => choiceOf(input) !== 'eotas' && !isFull(input),
    text: 'What was agreed is not a place within the school’s number',
    aboutAnswer: true,
  },
  overNumber: {
    test: (input) => choiceOf(input) !== 'eotas' && isFull(input),
    text: 'What was agreed is not a place over the school’s number',
    aboutAnswer: true,
  },
  contractAndCostLine: {
    test: ({ event: { payload } }) =>
      (payload['contract'] as { signed?: unknown } | undefined)?.signed === true &&
      payload['costLine'] !== undefined,
    text: 'The contract or place agreement is not signed yet',
    aboutAnswer: true,
    missing: () => [
      { what: 'A signed contract or place agreement', who: 'The school and the placement officer' },
    ],
  },
  independentPlace: {
    test: (input) => isIndependent(input.context['agreed']),
    text: 'What was agreed is not an independent or non-maintained special school',
  },
  localPlace: {
    test: (input) => !isIndependent(input.context['agreed']),
    text: 'What was agreed is an independent or non-maintained special school',
  },
  monitoringPlanned: {
    test: ({ event: { payload } }) => {
      const plan = payload['monitoring'] as Record<string, unknown> | undefined;
      return Boolean(plan?.['qualityVisitOn'] && plan['returnReviewOn']);
    },
    text: 'An independent or non-maintained special school needs a date for the quality visit and one for the review of a return',
    aboutAnswer: true,
    missing: () => [{ what: 'Both dates', who: 'The placement officer, on this form' }],
  },
} satisfies Record<string, Guard>;
