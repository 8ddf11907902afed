import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { change, closeAs, endings, stopped, tellFamily, withdrawn } from './arrows';
import { eotasGuards } from './guards';
import { type PackageLine, sumOf, unchecked } from './lines';

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
