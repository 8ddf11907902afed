import { addDays, longDay, shortDay } from '@app/statutory-calendar';
import { answered, standsIn } from '../../building-blocks';
import { type Guard, type GuardInput } from '../../pathway';
import { COUNT } from './words';

interface Line {
  readonly urn: string;
  readonly repliedOn: string | null;
}

const lines = ({ context }: GuardInput) => (context['consulted'] ?? []) as Line[];

function unanswered(input: GuardInput): Line[] {
  const passed = input.event.facts.passed ?? [];
  return lines(input).filter(
    ({ urn, repliedOn }) => !repliedOn && !passed.includes(`consult_due:${urn}`),
  );
}

const repsEnd = ({ context }: GuardInput) => addDays(String(context['draftServedOn']), 14);

/** Conditions of the draft, of the schools that are asked, and of the final plan. */
export const planGuards = {
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
  changeOrdered: {
    test: ({ context }) => ['content', 'school_name'].includes(String(context['reopenedFor'])),
    text: 'The draft must first go to the family',
    missing: () => [
      { what: 'A draft with the family', who: 'The case officer', byEvent: 'DRAFT_ISSUED' },
    ],
  },
} satisfies Record<string, Guard>;
