import { absenceGround, addDays, closureGround, longDay, shortDay } from '@app/statutory-calendar';
import { answered, standsIn } from '../building-blocks';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { ADVISERS, type Adviser } from './events';

type Payload = Readonly<Record<string, unknown>>;
interface Line {
  readonly urn: string;
  readonly repliedOn: string | null;
}

const awaiting = ({ context }: GuardInput) => (context['awaiting'] ?? []) as Adviser[];
const lines = ({ context }: GuardInput) => (context['consulted'] ?? []) as Line[];
const mayDecide = ({ event }: GuardInput) =>
  event.facts.actorMay?.includes('decision.make') ?? false;
const named = (advisers: readonly Adviser[]) =>
  advisers.map((adviser) => ADVISERS[adviser].toLowerCase()).join(', ');
const COUNT = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function unanswered(input: GuardInput): Line[] {
  const passed = input.event.facts.passed ?? [];
  return lines(input).filter(
    ({ urn, repliedOn }) => !repliedOn && !passed.includes(`consult_due:${urn}`),
  );
}

function adviceAccountedFor(input: GuardInput): boolean {
  const { payload } = input.event;
  if (payload['basis'] === 'existing_reused')
    return Boolean(
      payload['authorSatisfied'] && payload['authoritySatisfied'] && payload['familySatisfied'],
    );
  if (payload['basis'] === 'missing_recorded')
    return Boolean(payload['missingReason']) && mayDecide(input);
  return awaiting(input).length === 0;
}

const day = (payload: Payload, name: string) =>
  typeof payload[name] === 'string' ? payload[name] : undefined;

/** Regulation 10(4) tested on its dates (rule book 1.2); the words name the date that fails. */
function groundOf({ context, event }: GuardInput): { holds: boolean; why: string } {
  const { payload } = event;
  const [closedFrom, reopens, asked] = [
    day(payload, 'schoolClosedFrom'),
    day(payload, 'schoolReopens'),
    day(payload, 'adviceRequestedOn'),
  ];
  const [from, to] = [day(payload, 'absentFrom'), day(payload, 'absentTo')];
  switch (payload['category']) {
    case 'school_closed': {
      if (!closedFrom || !reopens || !asked)
        return {
          holds: false,
          why: 'Give the day the head teacher was asked, the first day closed and the day the school reopens',
        };
      if (reopens <= closedFrom)
        return { holds: false, why: 'The school must reopen after the first day it was closed' };
      const ground = closureGround({
        schoolClosedFrom: closedFrom,
        schoolReopens: reopens,
        adviceRequestedFromHead: asked,
      });
      return { holds: ground.groundAvailable, why: ground.why };
    }
    case 'absent': {
      if (!from || !to) return { holds: false, why: 'Give the first and the last day away' };
      if (to < from) return { holds: false, why: 'The last day away must not be before the first' };
      const ground = absenceGround({
        requestReceived: String(context['receivedOn']),
        absentFrom: from,
        absentToInclusive: to,
        limitWeeks: 20,
      });
      return { holds: ground.groundAvailable, why: ground.why };
    }
    case 'exceptional_circumstances':
      return {
        holds: Boolean(payload['because']),
        why: 'Say how the circumstances affected the child or the parent and caused the delay. Workload, staffing and panel dates are not within the words of the law',
      };
    case 'missed_appointment': {
      const appointment = day(payload, 'appointmentOn');
      return { holds: Boolean(appointment), why: 'Give the date of the missed appointment' };
    }
    default:
      return { holds: false, why: 'Select one of the reasons that the law knows' };
  }
}

const repsEnd = ({ context }: GuardInput) => addDays(String(context['draftServedOn']), 14);

/** Conditions of handbook 10 with corrections 8; each with the words of its refusal. */
export const ehcGuards = {
  ...commonGuards,
  reasonsGiven: answered('reasons', 'Give the reasons: the family has a right to them'),
  panelHasAdvised: {
    test: (input) => Boolean(input.event.payload['withoutPanelReason']) && mayDecide(input),
    text: 'The request has not been to the decision panel. The decision maker may decide without it and say why',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A panel date', who: 'The panel coordinator', byEvent: 'PANEL_LISTED' },
      {
        what: 'Or a reason for deciding without the panel',
        who: 'The decision maker, on this form',
      },
    ],
    otherWays: [
      'The decision maker can decide without the panel and record why. A panel never holds up a date set by law.',
    ],
  },
  adviceAccountedFor: {
    test: adviceAccountedFor,
    needs: ['actorMay'],
    text: (input) => {
      const missing = awaiting(input);
      if (input.event.payload['basis'] === 'existing_reused')
        return 'Advice we already have can be used only if its author, the council and the family are all satisfied with it';
      if (input.event.payload['basis'] === 'missing_recorded')
        return 'Only the decision maker may go on without advice, and must say why';
      return `${COUNT[missing.length] ?? missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${named(missing)}`;
    },
    missing: (input) =>
      awaiting(input).map((adviser) => ({
        what: ADVISERS[adviser],
        who:
          adviser === 'parent' ? 'The family' : `The service: ${ADVISERS[adviser].toLowerCase()}`,
        byEvent: 'ADVICE_RECEIVED',
      })),
    otherWays: [
      'Use advice we already have, if its author, the council and the family are satisfied with it (SEND Regulations 2014, regulation 6(4)).',
      'The decision maker can go on without the missing advice and record why. The family can see the reason.',
    ],
  },
  adviserAsked: {
    test: (input) =>
      !input.event.payload['adviser'] ||
      awaiting(input).includes(input.event.payload['adviser'] as Adviser),
    text: ({ event }) =>
      `Nothing is awaited from ${ADVISERS[event.payload['adviser'] as Adviser]?.toLowerCase() ?? 'this adviser'}`,
    aboutAnswer: true,
    missing: () => [
      { what: 'A request for this advice', who: 'The case officer', byEvent: 'ADVICE_REQUESTED' },
    ],
  },
  adviceAwaited: {
    test: (input) => awaiting(input).length > 0,
    text: 'Everything that was asked for is in',
  },
  qualityChecked: {
    test: ({ event }) =>
      event.payload['qualityCheck'] === 'done' ||
      (Boolean(event.payload['releaseReason']) &&
        (event.facts.actorMay?.includes('qa.release') ?? false)),
    text: 'The quality check is not done. A manager can release the draft without it and say why',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A quality check, or a manager’s reason for going without', who: 'A SEND manager' },
    ],
  },
  familyFinished: {
    test: (input) =>
      input.event.payload['finished'] === true || input.event.occurredOn > repsEnd(input),
    text: (input) =>
      `The family has until ${longDay(repsEnd(input))} to answer, unless they say that they have finished`,
    aboutAnswer: true,
    missing: (input) => [
      {
        what: `The family’s word that they have finished, or ${shortDay(repsEnd(input))} to pass`,
        who: 'The family',
      },
    ],
  },
  materialChange: answered(
    'materialChange',
    'A new draft is for a material change. Small corrections go into the final plan',
  ),
  sectionsComplete: answered('sectionsComplete', 'Sections A to K must be complete'),
  appealLetter: answered(
    'appealLetter',
    'The letter must tell the family of their right to appeal',
  ),
  settingSettled: {
    test: (input) =>
      input.event.payload['named'] === 'type' || standsIn('consultation', 'complete')(input),
    text: 'No consultation is complete, so the plan can name only a type of setting',
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A closed consultation, or a type of setting in section I',
        who: 'The case officer',
        byEvent: 'CONSULTATIONS_COMPLETE',
      },
    ],
    otherWays: [
      'Name a type of setting in section I. The plan need not wait for a school’s answer.',
    ],
  },
  consultingStage: {
    test: standsIn('work', 'draft_issued', 'finalising'),
    text: 'Schools are consulted once the draft has gone to the family',
    missing: () => [
      { what: 'A draft with the family', who: 'The case officer', byEvent: 'DRAFT_ISSUED' },
    ],
  },
  linesSettled: {
    test: (input) => unanswered(input).length === 0,
    needs: ['passed'],
    text: (input) =>
      `${COUNT[unanswered(input).length] ?? unanswered(input).length} of the schools asked ${unanswered(input).length === 1 ? 'has' : 'have'} neither answered nor had 15 days`,
    missing: (input) =>
      unanswered(input).map(({ urn }) => ({
        what: `The answer of the school with number ${urn}`,
        who: 'The school',
        byEvent: 'CONSULTATION_REPLY',
      })),
  },
  consultedSetting: {
    test: (input) =>
      !input.event.payload['setting'] ||
      lines(input).some(({ urn }) => urn === input.event.payload['setting']),
    text: 'This school was not consulted',
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A consultation with this school',
        who: 'The case officer',
        byEvent: 'CONSULTATION_SENT',
      },
    ],
  },
  groundInLaw: {
    test: ({ event }) => Boolean(event.payload['category']),
    text: 'Select one of the reasons that the law knows',
    aboutAnswer: true,
  },
  dateTestPassed: {
    test: (input) => groundOf(input).holds,
    text: (input) => groundOf(input).why,
    aboutAnswer: true,
    missing: (input) => [{ what: groundOf(input).why, who: 'The case officer' }],
  },
  evidenceGiven: answered('evidence', 'Say what the evidence is'),
  noDispute: {
    test: standsIn('dispute', 'none'),
    text: 'Mediation or an appeal is open',
    missing: () => [
      {
        what: 'The end of the mediation or the appeal',
        who: 'The family, the mediator or the Tribunal',
        byEvent: 'DISPUTE_CLOSED',
      },
    ],
  },
  appealWindowPassed: {
    test: ({ event }) => event.facts.passed?.includes('appeal_window') ?? false,
    text: 'The family can still appeal',
    needs: ['passed'],
    missing: () => [{ what: 'The last day to appeal to pass', who: 'Nobody: wait for the day' }],
  },
} satisfies Record<string, Guard>;
