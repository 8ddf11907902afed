import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { Days } from './days';
import { type AssessmentHistory, type Dispute } from './history';
import { before, type Targets, TOLD, within } from './targets';

interface Quarrel {
  readonly mediation: number;
  readonly appeals: number;
  readonly both: number;
  /** The day of the decision that it is about; undefined where there is none. */
  readonly about: (history: AssessmentHistory) => CalendarDay | undefined;
  /** A decision of the year before, where the year has too few. */
  readonly older?: () => AssessmentHistory;
}

const LAST_TO_ASK = within('12-20');

/** The same histories, with the mediation and the appeals of the year. */
export function withDisputes(
  histories: readonly AssessmentHistory[],
  targets: Targets,
  dice: Dice,
): AssessmentHistory[] {
  const days = new Days(dice);
  const asked = (name: string) => targets.count(`requests.${name}`);
  const ended = (name: string) => targets.count(`assessments.${name}`);
  const quarrels: Quarrel[] = [
    {
      mediation: asked('mediation_related_request'),
      appeals: asked('tribunal_related_request'),
      both: asked('tribunal_after_mediation_request'),
      about: ({ decided, conceded }) =>
        decided && !decided.toAssess && !conceded ? decided.on : undefined,
      older: () => {
        const received = days.between(before('07-15'), before('09-25'));
        return { received, decided: { on: addDays(received, 40), toAssess: false } };
      },
    },
    {
      mediation: ended('number_assess_mediation'),
      appeals: ended('number_assess_tribunal'),
      both: ended('number_asssess_mediation_tribunal'),
      about: ({ ended: end }) => (end?.as === 'not_issued' ? end.on : undefined),
      older: () => {
        const received = days.between(before('05-15'), before('07-25'));
        return {
          received,
          decided: { on: addDays(received, 38), toAssess: true },
          ended: { on: addDays(received, dice.whole(100, 112)), as: 'not_issued' },
        };
      },
    },
    {
      mediation: ended('number_other_mediation'),
      appeals: ended('number_other_tribunal'),
      both: ended('number_other_mediation_tribunal'),
      about: ({ ended: end }) => (end?.as === 'issued' ? end.on : undefined),
    },
  ];
  let told = [...histories];
  for (const quarrel of quarrels) told = quarrelled(told, quarrel, { dice, days });
  return told;
}

interface Chance {
  readonly dice: Dice;
  readonly days: Days;
}

function quarrelled(
  histories: readonly AssessmentHistory[],
  quarrel: Quarrel,
  { dice, days }: Chance,
): AssessmentHistory[] {
  const told = [...histories];
  const pool = (latest: CalendarDay) =>
    dice.shuffled(
      told.flatMap((history, at) => {
        const on = quarrel.about(history);
        return on && on <= latest && !history.dispute ? [at] : [];
      }),
    );
  const give = (count: number, latest: CalendarDay, dispute: (on: CalendarDay) => Dispute) => {
    const free = pool(latest);
    for (let n = 0; n < count; n += 1) {
      const at = free[n] ?? (quarrel.older ? told.push(quarrel.older()) - 1 : undefined);
      if (at === undefined) return;
      const history = told[at]!;
      told[at] = { ...history, dispute: dispute(quarrel.about(history) ?? TOLD.first) };
    }
  };
  const soon = (on: CalendarDay) => {
    const from = on < TOLD.first ? TOLD.first : addDays(on, 8);
    const to = addDays(from, 50);
    return days.between(from, to < LAST_TO_ASK ? to : LAST_TO_ASK);
  };
  give(quarrel.both, within('10-01'), (on) => {
    const mediationOn = soon(on);
    return { mediationOn, appealOn: days.between(addDays(mediationOn, 8), within('12-30')) };
  });
  give(quarrel.mediation - quarrel.both, within('12-05'), (on) => ({ mediationOn: soon(on) }));
  give(quarrel.appeals - quarrel.both, within('12-05'), (on) => ({ appealOn: soon(on) }));
  return told;
}
