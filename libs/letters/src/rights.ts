import { addMonths, longDay, plainDay } from '@app/statutory-calendar';
import { type ContactPoint, type LetterFacts } from './letter-facts';
import { type Paragraph, reach } from './wording';

const at = (who: ContactPoint) => `You can ${reach(who)}.`;

/**
 * What every letter about a decision must say: the right to appeal and its time limit, mediation, disagreement
 * resolution, and free advice (SEND Regulations 2014, regulations 5(3), 10(3), 14 and 32; Tribunal Rules 2008, rule 20).
 */
export function rightsOf(facts: LetterFacts, about: string): Paragraph[] {
  const lastDay = facts.dates['appeal_window'];
  return [
    'Your rights',
    `If you do not agree with ${about}, you can appeal to a tribunal. It is independent of the council, and it is free.`,
    'Its name is the First-tier Tribunal (Special Educational Needs and Disability).',
    lastDay
      ? `Your appeal must reach the Tribunal by ${longDay(lastDay)}. If you have a mediation certificate, you have one month from the date on it, if that is later.`
      : 'Your appeal must reach the Tribunal within two months of the date of this letter. If you have a mediation certificate, you have one month from the date on it, if that is later.',
    'Before you appeal, you must talk to a mediation adviser. You can then choose mediation, or not. Either way you get a certificate, and you need it to appeal.',
    'Mediation is a meeting with us, led by someone who works for neither side. It is free. You can go to mediation and still appeal.',
    `Please ring the mediation adviser by ${plainDay(addMonths(facts.happenedOn, 2))}. ${at(facts.mediation)}`,
    'You can also ask for disagreement resolution. It is a free way to settle things with us or with a school. It does not change your right to appeal.',
    `For free advice that is on your side, go to the information, advice and support service (SENDIASS). ${at(facts.sendiass)}`,
  ];
}

/** An appeal about nothing but the school or type of school needs no certificate (Children and Families Act 2014, s 55(3)). */
export const SCHOOL_ONLY =
  'If you want to appeal only about the school that the plan names, you need no certificate.';
