import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { eotasGuards } from './guards';
import { type PackageLine, sumOf, unchecked } from './lines';
import { eotasPolicy } from './policy';

/** What a package is made of, summed up: hours and pence a week, and the days on which lines begin and end. */
interface PackageSum {
  readonly hours: number;
  readonly cost: number;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
}

/** What an EOTAS package remembers between events. */
export interface EotasContext {
  readonly package: PackageSum;
  /** The change that waits to be decided. */
  readonly proposed: PackageSum | null;
  readonly unchecked: readonly string[];
  readonly reasonCode: string | null;
}

const linesOf = ({ payload }: PathwayEvent) => payload['lines'] as PackageLine[];
const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
const task = (n: number, words: string, why: string) => ({
  type: 'task' as const,
  params: { task: words, why, for: 'owner' as const, due: { unit: 'WD' as const, n } },
});
const tellFamily = task(
  2,
  'Tell the family what was decided, and why',
  'They have a right to the reasons. An appeal opens with the final plan, and the letter says so.',
);

const stopped = {
  PROVIDER_STOPPED: {
    actions: [
      task(
        1,
        'Put other provision in place for the hours that are lost',
        'The plan’s provision must be made, whoever makes it.',
      ),
      {
        type: 'openCase' as const,
        params: {
          pathway: 's19_request',
          reason: 'A provider of the package has stopped',
        },
      },
    ],
  },
};

const endings = {
  RETURNED_TO_SCHOOL: {
    guard: 'endMeasures',
    target: 'returned_to_school',
    actions: [
      closeAs('OUTCOME_ACHIEVED'),
      {
        type: 'task',
        params: {
          task: 'Ask the school and the family how the return has gone',
          why: 'A follow-up some weeks after the package has ended.',
          for: 'owner',
          due: { unit: 'SW', n: eotasPolicy.followUpSchoolWeeks },
        },
      },
    ],
  },
  PLAN_AMENDED: [
    {
      guard: all('planNamesSchool', 'endMeasures'),
      target: 'plan_names_school',
      actions: closeAs('PLAN_AMENDED'),
    },
    {
      guard: 'planKeepsIt',
      actions: task(
        5,
        'Compare the lines with the amended plan, and propose what must change',
        'The package must make the provision of the plan as it is now.',
      ),
    },
    { guard: 'planCeased', target: 'plan_ceased', actions: closeAs('PLAN_CEASED') },
  ],
} as const;

const change = {
  CHANGE_PROPOSED: {
    guard: 'linesDated',
    target: 'change_proposed',
    actions: 'keepChange',
  },
} as const;
const withdrawn = { WITHDRAWN: { target: 'withdrawn', actions: closeAs('WITHDRAWN') } } as const;

/** Education otherwise than at school: Children and Families Act 2014, section 61. */
export const eotasMachine = setup({
  types: {
    context: {} as EotasContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
  },
  guards: machineGuards<EotasContext>()(eotasGuards),
  actions: {
    ...instructionsFor<EotasContext>(),
    ...reasonActions<EotasContext>(),
    keepPackage: assign({
      package: ({ event }) => sumOf(linesOf(event)),
      unchecked: ({ event }) => unchecked(linesOf(event)),
    }),
    keepChange: assign({
      proposed: ({ event }) => sumOf(linesOf(event)),
      unchecked: ({ event }) => unchecked(linesOf(event)),
    }),
    takeChange: assign({
      package: ({ context }) => context.proposed ?? context.package,
      proposed: null,
    }),
    dropChange: assign({ proposed: null, unchecked: [] }),
  },
}).createMachine({
  id: 'eotas_package',
  context: { package: sumOf([]), proposed: null, unchecked: [], reasonCode: null },
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'drafting',
      on: { ...localEndings() },
      states: {
        drafting: {
          on: {
            PACKAGE_PROPOSED: {
              guard: all('familyConsulted', 'linesDated', 'startMeasures'),
              target: 'proposed',
              actions: 'keepPackage',
            },
            ...withdrawn,
          },
        },
        proposed: {
          on: {
            SENT_BACK: { guard: all('mayDecidePlacement', 'reasonGiven'), target: 'drafting' },
            PACKAGE_AGREED: {
              guard: all('mayDecidePlacement', 'notTheProposer', 'providersChecked'),
              target: 'agreed',
              actions: tellFamily,
            },
            PACKAGE_NOT_AGREED: {
              guard: all('mayDecidePlacement', 'notTheProposer', 'notCostAlone'),
              target: 'not_agreed',
              actions: [tellFamily, closeAs('NOT_ELIGIBLE')],
            },
            ...withdrawn,
          },
        },
        agreed: { on: { PROVISION_STARTED: 'running', ...stopped, ...endings } },
        running: {
          on: {
            REVIEW_HELD: [
              { guard: 'reviewGoesOn' },
              { guard: 'reviewPlansReturn', target: 'returning' },
            ],
            ...change,
            ...stopped,
            ...endings,
          },
        },
        change_proposed: {
          on: {
            CHANGE_AGREED: {
              guard: all('mayDecidePlacement', 'notTheProposer', 'providersChecked'),
              target: 'running',
              actions: ['takeChange', tellFamily],
            },
            CHANGE_NOT_AGREED: {
              guard: all('mayDecidePlacement', 'notTheProposer', 'notCostAlone'),
              target: 'running',
              actions: ['dropChange', tellFamily],
            },
            REVIEW_HELD: [
              { guard: 'reviewGoesOn' },
              { guard: 'reviewPlansReturn', target: 'returning', actions: 'dropChange' },
            ],
            ...stopped,
            ...endings,
          },
        },
        returning: {
          on: {
            REVIEW_HELD: [
              { guard: 'reviewPlansReturn' },
              { guard: 'reviewGoesOn', target: 'running' },
            ],
            RETURN_STOPPED: { guard: 'reasonGiven', target: 'running' },
            ...change,
            ...stopped,
            ...endings,
          },
        },
        returned_to_school: closed,
        plan_names_school: closed,
        plan_ceased: closed,
        not_agreed: closed,
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
