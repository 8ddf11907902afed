/** Sentences that officers, families and schools might write. Nobody real has said them. */
export const REQUESTS = [
  'Reading and writing have stood still for a year, and school says it has tried everything it has.',
  'Finds the noise of the classroom unbearable and spends most afternoons in the corridor.',
  'Words come late and are hard to follow. Other children have started to leave her out.',
  'Moves a lot, tires early, and needs help with stairs, buttons and cutlery.',
  'Settles with one adult beside him and not without. The adult is paid from a fund that ends in summer.',
  'We have had three plans at school and none has changed the mornings.',
] as const;

export const CHASES = [
  'Report is drafted. A second visit to school is needed.',
  'Was told the clinic had to be moved. A new date is set for next week.',
  'Left a message with the duty line and sent the papers again.',
  'The service says it is short of people this month and will send what it has.',
] as const;

export const REFUSALS = [
  'The school’s support is working and progress over two terms is close to that of the class.',
  'The needs described can be met from what the school ordinarily provides. We set out below what that is.',
  'A plan of support has run for only six weeks. We explain what we would look at when it has run longer.',
] as const;

export const NO_PLAN = [
  'The advice shows that the school can meet the needs from its own means. We list each need and who meets it.',
  'Health advice finds that the difficulty is temporary, and a care plan is in place.',
] as const;

export const EXCUSES = [
  [
    'The child’s mother was in hospital for five weeks and nobody else could speak for the family',
    'Letter from the hospital, on file',
  ],
  ['A death in the family: the parents asked us to wait with every meeting', 'Call note, on file'],
  [
    'The family fled their home and could not be reached for a month',
    'Letter from the refuge, on file',
  ],
] as const;

export const NOTES = [
  'Mum prefers calls after 3pm.',
  'School say mornings are calmer since the quiet start.',
  'Dad works nights; letters are best in the first half of the week.',
  'Grandmother comes to meetings and takes notes for the family.',
  'Child likes to be asked before anyone sits beside them.',
  'SENCO is in on Mondays, Tuesdays and Thursdays.',
  'Family asked for the report in plain words before the meeting.',
  'Taxi to the clinic arranged for the second appointment.',
] as const;

export const VOICES = [
  'I worry about getting lost, and about lunch.',
  'I want to know where I can go when it is too loud.',
  'I like maths. I do not like when everybody shouts.',
  'Will my friend be in my class?',
  'I would like to see the new school when nobody is there.',
] as const;

export const GOALS = [
  'Finds the way round the new school alone by half term',
  'Names one trusted adult at the new school by October',
  'Comes to school on four days of five by May',
  'Uses the exit card instead of leaving the room',
  'Eats lunch in the hall twice a week',
  'Travels to school by bus with a friend by September',
] as const;

export const VISITS = [
  'Worked on the map of the new school and marked the quiet places.',
  'Talked about what went well this week. Wants to bring the drawing next time.',
  'Met the class teacher: mornings are better, Mondays still hard.',
  'Walked the way to the bus stop and back.',
  'Was tired today; we read together and planned the next visit.',
] as const;
