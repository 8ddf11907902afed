import { addDays, longDay } from '@app/statutory-calendar';
import { amendingGuards } from '../amending';
import { answered, mayDo } from '../building-blocks';
import { said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';

const isKind = ({ context }: GuardInput, kind: string) => context['reviewKind'] === kind;
const remembered = ({ context }: GuardInput, name: string) =>
  typeof context[name] === 'string' ? context[name] : undefined;
const earliestMeeting = ({ event }: GuardInput) => addDays(event.occurredOn, 14);
const enoughNotice = (input: GuardInput) =>
  (said(input.event, 'meetingOn') ?? '') >= earliestMeeting(input);
const onForm = (what: string) => () => [{ what, who: 'You, on this form' }];

/** Conditions of handbook 11.1 and of the law beside it, each with the words of its refusal. */
export const reviewGuards = {
  ...commonGuards,
  ...amendingGuards,
  reviewDateKnown: {
    test: ({ event }) => Boolean(said(event, 'lastConcludedOn', 'planFinalOn')),
    text: 'Give the day the last review was concluded, or for a first review the day the plan was made final',
    aboutAnswer: true,
    missing: onForm('One of these two days: the 12 months run from it'),
  },
  datesNotAhead: {
    test: ({ event }) =>
      ['lastConcludedOn', 'planFinalOn', 'transferredInOn'].every(
        (name) => (said(event, name) ?? '') <= event.occurredOn,
      ),
    text: 'The last review, the plan and a move from another council lie in the past',
    aboutAnswer: true,
    missing: onForm('Days that are not after the day you record this for'),
  },
  transferKnown: {
    test: ({ event }) =>
      event.payload['reviewKind'] !== 'phase_transfer' ||
      Boolean(event.payload['transferType'] && event.payload['transferOn']),
    text: 'Say which move it is and when the child starts at the new place',
    aboutAnswer: true,
    missing: onForm('The kind of move and its date: they settle the last day in law'),
  },
  planMovedHere: {
    test: ({ context }) => context['transferredInOn'] !== null && !context['transferToldOn'],
    text: 'This plan has not come from another council since its last review, or the family was told already',
    missing: () => [{ what: 'A plan that came from another council', who: 'The other council' }],
  },
  assessesAgain: {
    test: ({ event }) => event.payload['willAssess'] === true,
    text: 'The council will not assess the child',
    aboutAnswer: true,
    missing: onForm('Whether the council will assess'),
  },
  doesNotAssess: {
    test: ({ event }) => event.payload['willAssess'] === false,
    text: 'The council will assess the child',
    aboutAnswer: true,
    missing: onForm('Whether the council will assess'),
  },
  schoolArranges: {
    test: ({ context }) => context['arrangedBy'] === 'school',
    text: 'The council arranges this meeting itself',
    missing: () => [
      { what: 'A date for the meeting', who: 'The review officer', byEvent: 'MEETING_ARRANGED' },
    ],
  },
  reasonOnForm: answered('reason', 'Give a reason'),
  meeting14DaysAhead: {
    test: enoughNotice,
    text: (input) =>
      `Everybody must have two weeks’ notice: choose ${longDay(earliestMeeting(input))} or a later day`,
    aboutAnswer: true,
    missing: onForm('A day at least two weeks away'),
  },
  noticeOrAgreement: {
    test: (input) => enoughNotice(input) || input.event.payload['everybodyAgrees'] === true,
    text: (input) =>
      `Choose ${longDay(earliestMeeting(input))} or a later day, or record that everybody agrees to a shorter notice`,
    aboutAnswer: true,
    missing: onForm('Two weeks’ notice, or the agreement of everybody invited'),
  },
  schoolOpenThatDay: {
    test: ({ event }) => event.facts.schoolDay !== false || event.payload['schoolAgrees'] === true,
    text: 'The school is closed to pupils on that day',
    needs: ['schoolDay'],
    aboutAnswer: true,
    missing: onForm('A school day, or the school’s agreement to meet on this one'),
  },
  meetingDayCome: {
    test: (input) => (remembered(input, 'meetingOn') ?? '') <= input.event.occurredOn,
    text: 'The day of the meeting has not come yet',
    missing: () => [{ what: 'A new day instead', who: 'You', byEvent: 'MEETING_MOVED' }],
  },
  viewsSought: {
    test: ({ context }) => context['viewsSought'] === true,
    text: 'The child and the family have not both been asked for their views',
    missing: () => [
      {
        what: 'Their views, or that they were asked for and not given',
        who: 'The review officer or the school',
        byEvent: 'VIEWS_SOUGHT',
      },
    ],
  },
  qualityCheckedOrReason: {
    test: (input) =>
      !isKind(input, 'phase_transfer') ||
      input.context['grade'] !== null ||
      Boolean(said(input.event, 'withoutCheckReason')),
    text: 'For a move to the next phase, check the quality of the review or say why it was not checked',
    aboutAnswer: true,
    missing: () => [
      { what: 'The check, or a reason', who: 'The review officer', byEvent: 'QUALITY_CHECKED' },
    ],
  },
  nextPlaceNamed: {
    test: (input) =>
      !isKind(input, 'phase_transfer') || input.event.payload['namesNextPlace'] === true,
    text: 'The plan must name the next school or college before the child moves on',
    aboutAnswer: true,
    missing: onForm('A plan that already names the next place'),
    otherWays: ['Decide to change the plan, so that it names the next place.'],
  },
  consultedSetting: {
    test: ({ context, event }) => {
      const setting = said(event, 'setting');
      return !setting || ((context['consulted'] ?? []) as readonly string[]).includes(setting);
    },
    text: 'This school was not consulted',
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A consultation with this school',
        who: 'The review officer',
        byEvent: 'CONSULTATION_SENT',
      },
    ],
  },
  mayCease: mayDo(
    'cease.decide',
    'Only a SEND manager may record that a plan has ended',
    'A SEND manager',
  ),
  notTheProposer: {
    test: ({ event }) => event.facts.actorProposed !== true,
    text: 'Whoever proposed to end the plan cannot also confirm it',
    needs: ['actorProposed'],
    missing: () => [{ what: 'Another SEND manager', who: 'Another SEND manager' }],
  },
  appealOver: answered(
    'appealOver',
    'A plan stays in force until the time to appeal has passed or the appeal is decided',
  ),
} satisfies Record<string, Guard>;
