import { type Dice } from '../dice';
import { REFUSALS } from '../texts';
import { type EhcStory } from './story';

/** How one assessment ended, so many days after its request. */
export type Ending = (story: EhcStory, lasted: number, decider: string, dice: Dice) => EhcStory;

export const refuse: Ending = (story, lasted, decider, dice) =>
  story.also(lasted, 'REFUSED_TO_ASSESS', { reasons: dice.pick(REFUSALS) }, decider);

/** Days after the refusal. */
const ASKED = 14;
const ARRANGED = 15;
const TOLD = 16;
const MEETS = 40;
const LODGED = 18;
const DIRECTED = 19;
const ANSWERED = 52;
const BUNDLE = 73;
const HEARD = 95;

/** The family asks for mediation, and a day is set. */
export const mediation: Ending = (story, lasted, ...others) =>
  refuse(story, lasted, ...others)
    .also(lasted + ASKED, 'MEDIATION_REQUESTED', {
      about: 'The decision not to assess',
      against: 'request',
    })
    .also(lasted + ARRANGED, 'MEDIATION_ARRANGED', { mediationOn: story.dayAhead(lasted + MEETS) })
    .also(lasted + TOLD, 'MEDIATION_DATE_TOLD', { how: 'Letter' });

/** The family appeals, and the Tribunal sets its days. */
export const appeal: Ending = (story, lasted, ...others) => {
  const on = (n: number) => story.dayAhead(lasted + n);
  return refuse(story, lasted, ...others)
    .also(lasted + LODGED, 'APPEAL_LODGED', { against: 'request' })
    .also(lasted + DIRECTED, 'DIRECTIONS_RECEIVED', {
      days: [
        { what: 'response', on: on(ANSWERED) },
        { what: 'bundle', on: on(BUNDLE) },
        { what: 'hearing', on: on(HEARD) },
      ],
    });
};

/** The family wants no mediation, so the certificate is on its way. */
export const noMediation: Ending = (story, lasted, ...others) =>
  refuse(story, lasted, ...others).also(lasted + 2, 'MEDIATION_NOT_PURSUED', {
    why: 'not_wanted',
    against: 'request',
  });

const REFUSED_AFTER = 38;

/** The Tribunal orders an assessment, and a plan comes of it. */
export const ordered: Ending = (story, lasted, decider, dice) => {
  refuse(story, REFUSED_AFTER, decider, dice);
  return story
    .also(REFUSED_AFTER + 20, 'APPEAL_LODGED', { against: 'request' })
    .also(lasted - 90, 'ASSESSMENT_ORDERED', { orderMade: story.dayAhead(lasted - 92) })
    .also(lasted - 84, 'ASSESSMENT_NOTIFIED', { how: 'Letter' })
    .also(lasted - 45, 'ADVICE_COMPLETE', undefined, decider)
    .planAgreed(lasted - 40)
    .draft(lasted - 25)
    .heard(lasted - 8)
    .final(lasted, { typeOfSetting: 'Mainstream school' });
};
