/** One SMART outcome without its date. */
interface Outcome {
  readonly outcome: string;
  readonly measure: string;
  readonly baseline: string;
  readonly target: string;
}

/** What support is for, in the words of a plan. */
export interface Aim {
  readonly strengths: readonly string[];
  readonly needs: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly instrument: string;
  readonly from: string;
  readonly now: string;
  readonly late: string;
  readonly soon: string;
  readonly school: string;
  readonly next: string;
  readonly family: string;
}

/** By what stands in the way. */
export const AIMS = {
  attendance: {
    strengths: ['Draws with great care', 'Trusts the key adult'],
    needs: ['Mornings', 'Noise in corridors'],
    outcomes: [
      {
        outcome: 'Comes to school on four mornings a week',
        measure: 'Register',
        baseline: 'One morning a week',
        target: 'Four mornings a week for three weeks',
      },
      {
        outcome: 'Stays for art with one friend',
        measure: 'Key adult’s diary',
        baseline: 'Not in any lesson',
        target: 'Art twice a week',
      },
    ],
    instrument: 'anxiety',
    from: '8',
    now: '6',
    late: 'Ask the school nurse about sleep, and tell the family what she says',
    soon: 'Walk the route through the side door with the family',
    school: 'Give the family the name and number of the key adult',
    next: 'Meet the key adult about the next step of the ladder',
    family: 'Evenings are calmer since somebody rings on Sundays.',
  },
  belonging: {
    strengths: ['Good with younger children', 'Quick in maths'],
    needs: ['Lunchtimes', 'Being told off in front of others'],
    outcomes: [
      {
        outcome: 'Spends lunch in the club without leaving the site',
        measure: 'Sign-in sheet',
        baseline: 'Leaves the site twice a week',
        target: 'Every day for four weeks',
      },
    ],
    instrument: 'suspension_days',
    from: '6.5',
    now: '1',
    late: 'Agree a script for lunchtime staff',
    soon: 'Watch a maths lesson and a French lesson, and compare them',
    school: 'Name a mentor from Year 11',
    next: 'Talk through the first fortnight with the head of year',
    family: 'We hear about what goes well now, and not only about trouble.',
  },
  starting_school: {
    strengths: ['Loves water and music', 'Shows clearly what is wanted'],
    needs: ['Few words yet', 'New places take time'],
    outcomes: [
      {
        outcome: 'Asks for help with a picture card',
        measure: 'Count by the key person in one morning',
        baseline: 'Once',
        target: 'Five times',
      },
    ],
    instrument: 'family_confidence',
    from: '2',
    now: '3',
    late: 'Make the photo book of the new school',
    soon: 'Ask speech therapy for the picture cards that the family uses',
    school: 'Say which adult meets the child on the first day',
    next: 'Show the key person the cards',
    family: 'We would like to see the classroom when nobody is there.',
  },
} as const satisfies Record<string, Aim>;
