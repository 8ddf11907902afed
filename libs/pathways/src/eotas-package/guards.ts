import { mayDo, answered } from '../building-blocks';
import { restsOnMoney } from '../cost-alone';
import { said } from '../event';
import { measured } from '../measures';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { backwards, type PackageLine } from './lines';
import { MEASURES } from './measures';

const typed = ({ event }: GuardInput) => (event.payload['lines'] ?? []) as PackageLine[];
const uncheckedOnFile = ({ context }: GuardInput) => (context['unchecked'] ?? []) as string[];
const outcome = (name: string) => (input: GuardInput) => input.event.payload['outcome'] === name;

/** Conditions of a package under section 61, each with the words of its refusal. */
export const eotasGuards = {
  ...commonGuards,
  familyConsulted: answered(
    'familyConsultedOn',
    'The law asks the council to consult the parent or the young person before it arranges this (Children and Families Act 2014, section 61(3))',
  ),
  linesDated: {
    test: (input) => backwards(typed(input)).length === 0,
    text: (input) => `These lines end before they start: ${backwards(typed(input)).join(', ')}`,
    aboutAnswer: true,
    missing: () => [{ what: 'An end on or after the start', who: 'You, on this form' }],
  },
  startMeasures: measured(MEASURES),
  endMeasures: measured(MEASURES),
  mayDecidePlacement: mayDo(
    'placement.decide',
    'Only the chair of the panel or a SEND manager may decide on a package',
    'The panel chair or a SEND manager',
  ),
  notTheProposer: {
    test: ({ event }) => !event.facts.actorProposed,
    text: 'You proposed this package or a change to it, so somebody else must decide',
    needs: ['actorProposed'],
    missing: () => [
      {
        what: 'A decision by somebody who did not propose it',
        who: 'The panel chair or another SEND manager',
      },
    ],
  },
  providersChecked: {
    test: (input) => uncheckedOnFile(input).length === 0,
    text: (input) => `Nobody has checked these providers yet: ${uncheckedOnFile(input).join(', ')}`,
    missing: (input) =>
      uncheckedOnFile(input).map((provider) => ({
        what: `The check of ${provider}: safeguarding, staff checks and insurance`,
        who: 'The placement officer',
      })),
    otherWays: ['Send it back, and propose it again once the checks are done.'],
  },
  notCostAlone: {
    test: ({ event }) => !restsOnMoney(said({ payload: event.payload }, 'reasons')),
    text: 'Cost alone is not a reason. Section 61 asks whether it would be inappropriate to make the provision in a school: say where it can be made, and how that meets the needs',
    aboutAnswer: true,
    missing: () => [
      { what: 'Reasons about the needs and where they can be met', who: 'You, on this form' },
    ],
  },
  reviewGoesOn: {
    test: ({ event }) => event.payload['next'] !== 'return',
    text: 'The review found that the way back is planned now',
    aboutAnswer: true,
  },
  reviewPlansReturn: {
    test: ({ event }) => event.payload['next'] === 'return',
    text: 'The review found that a school is still not right',
    aboutAnswer: true,
  },
  planKeepsIt: {
    test: outcome('keeps'),
    text: 'The amended plan has no education otherwise than at school',
    aboutAnswer: true,
  },
  planNamesSchool: {
    test: outcome('names_school'),
    text: 'The amended plan names no school',
    aboutAnswer: true,
  },
  planCeased: {
    test: outcome('ceased'),
    text: 'There is still a plan',
    aboutAnswer: true,
  },
} satisfies Record<string, Guard>;
