import { type Actor } from '@app/access';
import { type Recorded } from '@app/casework';
import { type Statements } from '@app/database';
import { type Role } from '@app/pathways';
import { aPersona } from '../support/a-web-app';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  type JourneyStep,
  places,
  WENDMOOR,
} from '../support/given';

/** The day on which the drawings of the screens stand. */
export const TODAY = '2027-01-12';

/** The people and cases of the drawings: an EHC officer with a case at every leg, a Year 6 worker, a manager. */
export interface Caseload {
  readonly tamsin: Actor;
  readonly marguerite: Actor;
  readonly cases: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, string>>;
}

const advisers = (...names: string[]) => ({ advisers: names });

const STORIES: Readonly<
  Record<
    string,
    {
      pathway: string;
      forename: string;
      surname: string;
      dob: string;
      worker: string;
      steps: (workerId: string) => [JourneyStep, ...JourneyStep[]];
    }
  >
> = {
  ellis: {
    pathway: 'ehc_needs_assessment',
    forename: 'Ellis',
    surname: 'Marwood',
    dob: '2018-05-17',
    worker: 'tamsin',
    steps: (workerId) => [
      [
        '2026-10-04',
        'REQUEST_RECEIVED',
        { source: 'parent', channel: 'email', requester: 'Ewa Marwood' },
      ],
      ['2026-10-06', 'ALLOCATED', { workerId }],
      ['2026-10-20', 'PANEL_LISTED'],
      [
        '2026-11-12',
        'AGREED_TO_ASSESS',
        {
          ...advisers('parent', 'school', 'ep', 'health', 'social_care'),
          adviceAskedOn: '2026-11-16',
        },
      ],
      ['2026-11-27', 'ADVICE_RECEIVED', { adviser: 'parent', quality: 'good' }],
      [
        '2026-12-02',
        'ADVICE_REQUESTED',
        { adviser: 'slt', note: 'Speech sounds and understanding' },
      ],
      ['2026-12-10', 'ADVICE_RECEIVED', { adviser: 'school', quality: 'good' }],
      ['2026-12-18', 'ADVICE_RECEIVED', { adviser: 'social_care', quality: 'good' }],
      ['2027-01-04', 'ADVICE_RECEIVED', { adviser: 'health', quality: 'good' }],
      [
        '2027-01-05',
        'ADVICE_CHASED',
        {
          adviser: 'ep',
          how: 'phone',
          note: 'Report is drafted. A second visit to school is needed.',
        },
      ],
    ],
  },
  idris: {
    pathway: 'ehc_needs_assessment',
    forename: 'Idris',
    surname: 'Vale',
    dob: '2020-02-03',
    worker: 'tamsin',
    steps: (workerId) => [
      ['2026-12-01', 'REQUEST_RECEIVED'],
      ['2026-12-02', 'ALLOCATED', { workerId }],
      ['2026-12-15', 'PANEL_LISTED'],
    ],
  },
  zofia: {
    pathway: 'ehc_needs_assessment',
    forename: 'Zofia',
    surname: 'Kettleby',
    dob: '2014-03-09',
    worker: 'tamsin',
    steps: (workerId) => [
      ['2026-08-28', 'REQUEST_RECEIVED'],
      ['2026-09-01', 'ALLOCATED', { workerId }],
      ['2026-09-10', 'PANEL_LISTED'],
      ['2026-09-24', 'AGREED_TO_ASSESS', advisers('parent', 'school')],
      ['2026-10-22', 'ADVICE_RECEIVED', { adviser: 'school', quality: 'good' }],
      ['2026-10-23', 'ADVICE_RECEIVED', { adviser: 'parent', quality: 'good' }],
      ['2026-11-05', 'ADVICE_COMPLETE', { basis: 'all_in' }],
      ['2026-11-19', 'AGREED_TO_ISSUE'],
      ['2026-12-10', 'DRAFT_ISSUED', { qualityCheck: 'done' }],
      ['2026-12-29', 'REPRESENTATIONS_RECEIVED', { finished: true }],
      ['2026-12-30', 'CONSULTATION_SENT', { settings: ['199020'] }],
    ],
  },
  nia: {
    pathway: 'ehc_needs_assessment',
    forename: 'Nia',
    surname: 'Harcastle',
    dob: '2022-09-20',
    worker: 'tamsin',
    steps: (workerId) => [
      ['2026-09-15', 'REQUEST_RECEIVED'],
      ['2026-09-16', 'ALLOCATED', { workerId }],
      ['2026-09-30', 'PANEL_LISTED'],
      ['2026-10-20', 'AGREED_TO_ASSESS', advisers('school')],
      ['2026-11-20', 'ADVICE_RECEIVED', { adviser: 'school', quality: 'good' }],
      ['2026-12-01', 'ADVICE_COMPLETE', { basis: 'all_in' }],
      ['2027-01-06', 'AGREED_TO_ISSUE'],
    ],
  },
  caleb: {
    pathway: 'ehc_needs_assessment',
    forename: 'Caleb',
    surname: 'Winterbourne',
    dob: '2011-06-11',
    worker: 'tamsin',
    steps: (workerId) => [
      ['2026-11-09', 'REQUEST_RECEIVED'],
      ['2026-11-10', 'ALLOCATED', { workerId }],
      ['2026-11-20', 'PANEL_LISTED'],
      ['2026-12-16', 'AGREED_TO_ASSESS', advisers('school', 'ep', 'health')],
    ],
  },
  gwen: {
    pathway: 'ehc_needs_assessment',
    forename: 'Gwen',
    surname: 'Ostler',
    dob: '2016-01-02',
    worker: 'tamsin',
    steps: (workerId) => [
      ['2026-10-12', 'REQUEST_RECEIVED'],
      ['2026-10-13', 'ALLOCATED', { workerId }],
      ['2026-10-30', 'REQUEST_WITHDRAWN', { by: 'parent' }],
    ],
  },
  jonah: {
    pathway: 'y6_transition',
    forename: 'Jonah',
    surname: 'Quillfeather',
    dob: '2015-11-30',
    worker: 'rhys',
    steps: (workerId) => [
      ['2026-11-17', 'NOMINATION_SUBMITTED'],
      ['2026-11-24', 'SCREENING_STARTED'],
      ['2026-11-27', 'SCORE_CONFIRMED'],
      ['2026-12-09', 'PANEL_ACCEPTED'],
      ['2026-12-10', 'ALLOCATED', { workerId }],
      ['2026-12-10', 'CONSENT_REQUESTED', { how: 'form' }],
    ],
  },
  rafi: {
    pathway: 'y6_transition',
    forename: 'Rafi',
    surname: 'Dunmore',
    dob: '2016-02-14',
    worker: 'rhys',
    steps: (workerId) => [
      ['2026-11-10', 'NOMINATION_SUBMITTED'],
      ['2026-11-12', 'SCREENING_STARTED'],
      ['2026-11-16', 'SCORE_CONFIRMED'],
      ['2026-11-25', 'PANEL_ACCEPTED'],
      ['2026-11-26', 'ALLOCATED', { workerId }],
      ['2026-11-27', 'CONSENT_GIVEN'],
      ['2026-12-01', 'AGREEMENT_CONFIRMED'],
      ['2026-12-15', 'BASELINE_COMPLETED'],
    ],
  },
  mabel: {
    pathway: 'y6_transition',
    forename: 'Mabel',
    surname: 'Strand',
    dob: '2016-05-05',
    worker: 'rhys',
    steps: (workerId) => [
      ['2027-01-06', 'NOMINATION_SUBMITTED'],
      ['2027-01-06', 'ALLOCATED', { workerId }],
      ['2027-01-07', 'SCREENING_STARTED'],
    ],
  },
};

/** Makes the council, its people and their cases by recording what happened, day by day. */
export async function aCaseload(statements: Statements): Promise<Caseload> {
  await anAuthority(statements);
  await places(statements, 32, '2027');
  const actor = async (persona: string, name: string, roles: readonly Role[]): Promise<Actor> => ({
    id: await aPersona(statements, persona, roles, { name }),
    authority: WENDMOOR,
    name,
    roles,
    teamId: null,
    schoolUrn: null,
  });
  const tamsin = await actor('tamsin', 'Tamsin Adeyemi', ['ehc_officer']);
  const rhys = await actor('rhys', 'Rhys Calder', ['y6_worker']);
  const marguerite = await actor('marguerite', 'Marguerite Osei', ['send_manager']);
  await actor('kit', 'Kit Larwood', ['ehc_officer']);
  await actor('lowri', 'Lowri Penn', ['transition_lead']);
  await statements.run('', 'UPDATE officer SET school_urn = $2 WHERE id = $1', [
    (await actor('lorcan', 'Lorcan Beck', ['school_senco'])).id,
    '199001',
  ]);
  await actor('ada', 'Ada Stone', ['administrator']);
  await statements.run('', TEAM, [WENDMOOR, 'Casework North', tamsin.id]);
  const workers: Readonly<Record<string, string>> = { tamsin: tamsin.id, rhys: rhys.id };
  const everyone: Actor = {
    ...marguerite,
    roles: ['send_manager', 'transition_lead', 'ehc_officer', 'y6_worker'],
  };
  const door = aDoor(statements, TODAY);
  const made: [string, Recorded, string][] = [];
  for (const [key, story] of Object.entries(STORIES)) {
    const child = await aChild(statements, story);
    made.push([
      key,
      await aCaseAt(door, everyone, story.pathway, child, story.steps(workers[story.worker] ?? '')),
      child,
    ]);
  }
  await dress(statements, Object.fromEntries(made.map(([key, , child]) => [key, child])));
  return {
    tamsin,
    marguerite,
    cases: Object.fromEntries(made.map(([key, { reference }]) => [key, reference])),
    children: Object.fromEntries(made.map(([key, , child]) => [key, child])),
  };
}

/** Cases that an officer opens belong to their team. */
const TEAM = `
WITH made AS (INSERT INTO team (authority, name) VALUES ($1, $2) RETURNING id)
UPDATE officer SET team_id = made.id FROM made WHERE officer.id = $3`;

async function dress(
  statements: Statements,
  children: Readonly<Record<string, string>>,
): Promise<void> {
  const years: Readonly<Record<string, string>> = {
    ellis: '4',
    idris: '2',
    zofia: '8',
    nia: 'N1',
    caleb: '11',
    gwen: '6',
    jonah: '6',
    rafi: '6',
    mabel: '6',
  };
  for (const [key, year] of Object.entries(years)) {
    await statements.run('', 'UPDATE child SET nc_year = $2 WHERE id = $1', [children[key], year]);
  }
  await statements.run('', `UPDATE child SET flags = '["medical", "interpreter"]' WHERE id = $1`, [
    children['ellis'],
  ]);
}

/** The words of a page, without its tags. */
export function wordsOf(html: string): string {
  const plain = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return plain.replace(/&#39;/g, '’').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
}

/** Codes that no page may show: states, events, empty values. */
export const CODES =
  /\b(decision_assess|draft_issued|primary_phase|not_sought|[A-Z]{4,}_[A-Z_]+|undefined|null|NaN)\b|\[object/;

/** The fields of the day on which something happened. */
export function happenedOn(day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'occurredOn-day': date, 'occurredOn-month': month, 'occurredOn-year': year };
}

/** The hidden fields of the form on a page: version, key. */
export function hiddenOf(html: string): Record<string, string> {
  return Object.fromEntries(
    [
      ...html.matchAll(
        /<input type="hidden" name="(expectedVersion|commandKey|batch|from)" value="([^"]*)"/g,
      ),
    ].map(([, name = '', value = '']) => [name, value]),
  );
}
