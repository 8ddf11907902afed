/** A lawful reason why a limit was missed: it excuses, and never moves the date. */
export interface Ground {
  readonly says: string;
  readonly source: string;
  /** Least length in days, where the law names one. */
  readonly days?: number;
  /** Who decides: the dates alone, or a person who writes down why. */
  readonly decidedBy: 'dates' | 'person';
}

/** The grounds of the SEND Regulations 2014 by code. Whether the ground was the cause, a person decides in every case. */
export const GROUNDS = {
  school_closed_4_weeks: {
    says: 'The head was asked for advice from one week before a closure of at least 4 weeks until one week before the end of it.',
    source: 'SI 2014/1530 regs 5(4), 10(4)(a), 13(3)',
    days: 28,
    decidedBy: 'dates',
  },
  early_years_provider_closed_4_weeks: {
    says: 'The same for a nursery or another early years provider.',
    source: 'SI 2014/1530 regs 5(4), 10(4)(b), 13(3)',
    days: 28,
    decidedBy: 'dates',
  },
  exceptional_personal_circumstances: {
    says: 'Something exceptional in the life of the child, the parent or the young person during the time limit.',
    source: 'SI 2014/1530 regs 5(4), 10(4)(c), 13(3)',
    decidedBy: 'person',
  },
  absent_4_weeks: {
    says: 'The family is away from the area for at least 4 weeks in a row, all of it inside the time limit.',
    source: 'SI 2014/1530 regs 5(4), 10(4)(d), 13(3)',
    days: 28,
    decidedBy: 'dates',
  },
  exceptional_circumstances_of_adviser: {
    says: 'Exceptional circumstances during the 6 weeks.',
    source: 'SI 2014/1530 reg 8(2)',
    decidedBy: 'person',
  },
  missed_appointment: {
    says: 'The child or young person missed an appointment for an examination or a test during the 6 weeks.',
    source: 'SI 2014/1530 reg 8(2)(c)',
    decidedBy: 'dates',
  },
  absent_2_weeks: {
    says: 'The family is away from the area for at least 2 weeks in a row, inside the time that the order gives.',
    source: 'SI 2014/1530 reg 44(3)',
    days: 14,
    decidedBy: 'dates',
  },
  late_representations: {
    says: 'The parent or young person wants to say something about the draft after their 15 days.',
    source: 'SI 2014/1530 reg 44(3)',
    decidedBy: 'person',
  },
  coronavirus: {
    says: 'It was not reasonably practicable because of coronavirus.',
    source: 'SI 2020/471',
    decidedBy: 'person',
  },
} as const satisfies Record<string, Ground>;

/** The name of a ground in the book. */
export type GroundCode = keyof typeof GROUNDS;

/** The grounds that excuse the authority in an assessment; a missed appointment is not one. */
export const AUTHORITY_GROUNDS = [
  'absent_4_weeks',
  'exceptional_personal_circumstances',
  'school_closed_4_weeks',
  'early_years_provider_closed_4_weeks',
] as const satisfies readonly GroundCode[];
