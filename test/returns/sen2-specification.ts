import { type Blade, type Row } from './blade-folder';

/**
 * The specification's own rules over the files alone, written without a look at the exporter: columns and their order,
 * keys, codes, days, and what must stand together. Each answer is a sentence; none is a good return.
 */
export function faultsIn(blade: Blade): string[] {
  return [
    ...columnFaults(blade),
    ...keyFaults(blade),
    ...cellFaults(blade),
    ...togetherFaults(blade),
  ];
}

const KEYS = (module: string) => [
  `${module}tableid`,
  'NativeId',
  `${module}orderseqcolumn`,
  'sourceid',
];
const PLACE = ['urn', 'ukprn', 'sensetting', 'sensettingother', 'placementrank'];
const UNITS = ['senunitindicator', 'resourcedprovisionindicator'];

const PARENTS: Readonly<Record<string, string>> = {
  person: 'sen2',
  requests: 'person',
  assessment: 'requests',
  namedplan: 'assessment',
  plandetail: 'namedplan',
  activeplans: 'requests',
  placementdetail: 'activeplans',
  senneed: 'activeplans',
};

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  sen2: words(
    'collection year referencedate sourcelevel lea softwarecode release serialno datetime dmo dco dsco',
  ),
  person: words(
    'surname forename personbirthdate sex ethnicity postcode upn uniquelearnernumber upnunknown',
  ),
  requests: words(
    'receiveddate requestsource rya requestoutcomedate requestoutcome requestmediation requesttribunal exported',
  ),
  assessment: words(
    'assessmentoutcome assessmentoutcomedate assessmentmediation assessmenttribunal othermediation othertribunal week20',
  ),
  namedplan: words('startdate planres planwbp pb oa dp ceasedate ceasereason'),
  plandetail: [...PLACE, ...UNITS],
  activeplans: words(
    'transferla reviewmeeting reviewoutcome reviewdraft phasetransferduedate phasetransferfinaldate lastreview',
  ),
  placementdetail: [...PLACE, 'entrydate', 'leavingdate', ...UNITS, 'res', 'wbp'],
  senneed: ['sentype', 'sentyperank'],
};

function words(text: string): string[] {
  return text.split(' ');
}

function columnFaults(blade: Blade): string[] {
  return Object.entries(COLUMNS).flatMap(([module, own]) => {
    const parent = PARENTS[module];
    const wanted = [...KEYS(module), ...(parent ? [`${parent}tableid`] : []), ...own];
    const found = blade.headings(module);
    return found.join() === wanted.join() ? [] : [`${module}: columns ${found.join()}`];
  });
}

function keyFaults(blade: Blade): string[] {
  return Object.keys(COLUMNS).flatMap((module) => {
    const ids = blade.of(module).map((row) => row[`${module}tableid`] ?? '');
    const twice = ids.length - new Set(ids).size;
    const parent = PARENTS[module];
    const above = new Set(parent ? blade.of(parent).map((row) => row[`${parent}tableid`]) : []);
    const lost = parent
      ? blade.of(module).filter((row) => !above.has(row[`${parent}tableid`])).length
      : 0;
    return [
      ...(twice ? [`${module}: ${twice} keys twice`] : []),
      ...(lost ? [`${module}: ${lost} rows under nothing`] : []),
    ];
  });
}

const DAY = /^\d{4}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d 00:00:00$/;
const FORMS: Readonly<Record<string, RegExp>> = {
  sex: /^[MF]$/,
  ethnicity: /^[A-Z]{4}$/,
  upn: /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/,
  uniquelearnernumber: /^$|^\d{10}$/,
  upnunknown: /^$|^UN([1-3589]|10)$/,
  requestsource: /^[1-5]$/,
  requestoutcome: /^[YNAWH]$/,
  assessmentoutcome: /^[YNAWH]$/,
  ceasereason: /^[1-9]$/,
  planres: /^[AB]$/,
  res: /^[AB]$/,
  urn: /^\d{6}$/,
  ukprn: /^1\d{7}$/,
  sensetting: /^(OLA|OPA|EHE|EYP|OTH|NEET|NIEC|NIEO)$/,
  placementrank: /^[12]$/,
  sentyperank: /^[12]$/,
  sentype: /^(SPLD|MLD|SLD|PMLD|SEMH|SLCN|HI|VI|MSI|PD|ASD|DS|OTH)$/,
  transferla: /^\d{3}$/,
};
const FLAGS = words(
  'rya requestmediation requesttribunal assessmentmediation assessmenttribunal othermediation othertribunal week20 pb oa senunitindicator resourcedprovisionindicator',
);

function cellFaults(blade: Blade): string[] {
  return Object.keys(COLUMNS).flatMap((module) =>
    blade.of(module).flatMap((row) =>
      Object.entries(row).flatMap(([column, cell]) => {
        const isDay = /date$|^(reviewmeeting|reviewdraft|lastreview)$/.test(column);
        const form = isDay ? DAY : FLAGS.includes(column) ? /^(true|false)$/ : FORMS[column];
        return cell === '' || !form || form.test(cell) ? [] : [`${module}.${column}: ${cell}`];
      }),
    ),
  );
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day of the export as a calendar day; an empty text for none. */
export function dayIn(cell = ''): string {
  const [year = '', month = '', day = ''] = cell.slice(0, 11).split('-');
  return cell && `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}`;
}

function togetherFaults(blade: Blade): string[] {
  const year = Number(blade.of('sen2')[0]?.['year']) - 1;
  const faults: string[] = [];
  const must = (holds: boolean, words: string) => void (holds || faults.push(words));
  for (const person of blade.of('person')) {
    const who = person['surname'] ?? '';
    must(
      ['upn', 'uniquelearnernumber', 'upnunknown'].some((name) => person[name]),
      `${who}: no number and no reason`,
    );
    const requests = blade.under('person', person, 'requests');
    must(requests.length > 0, `${who}: no request`);
    for (const request of requests) requestFaults(blade, who, year, request, must);
  }
  return faults;
}

type Must = (holds: boolean, words: string) => void;

function requestFaults(blade: Blade, who: string, year: number, request: Row, must: Must): void {
  const outcome = request['requestoutcome'] ?? '';
  const decided = dayIn(request['requestoutcomedate']);
  const received = dayIn(request['receiveddate']);
  must('YN'.includes(outcome) === (decided !== ''), `${who}: outcome ${outcome} on ${decided}`);
  must(decided === '' || decided >= received, `${who}: decided before received`);
  must(decided === '' || decided.startsWith(String(year)), `${who}: decided in another year`);
  must(outcome === 'H' || received !== '', `${who}: not received`);
  const [assessment, ...others] = blade.under('requests', request, 'assessment');
  must(others.length === 0, `${who}: assessed twice`);
  must(outcome !== 'Y' || Boolean(assessment), `${who}: agreed and not assessed`);
  if (assessment) assessmentFaults(blade, who, request, assessment, must);
  const [active, ...more] = blade.under('requests', request, 'activeplans');
  must(more.length === 0, `${who}: two plans in force`);
  if (active) activeFaults(blade, who, active, must);
  const [plan] = blade.under('assessment', assessment, 'namedplan');
  must(!active || Boolean(plan), `${who}: in force and never made`);
  must(!active || !plan?.['ceasedate'], `${who}: in force and ceased`);
  must(!active?.['transferla'] || outcome === 'H', `${who}: came from elsewhere, and no history`);
}

function assessmentFaults(blade: Blade, who: string, request: Row, row: Row, must: Must): void {
  const outcome = row['assessmentoutcome'] ?? '';
  const on = dayIn(row['assessmentoutcomedate']);
  const [plan, ...others] = blade.under('assessment', row, 'namedplan');
  must(others.length === 0, `${who}: two plans`);
  must(on === '' || on >= dayIn(request['requestoutcomedate']), `${who}: outcome before decision`);
  must((outcome === 'N') <= (on !== ''), `${who}: refused without a day`);
  must(!'AWH'.includes(outcome) || on === '', `${who}: ${outcome} with a day`);
  must((outcome === 'Y' && Boolean(plan)) === (row['week20'] !== ''), `${who}: week20`);
  must(outcome !== 'H' || Boolean(plan), `${who}: history without a plan`);
  must(!'AW'.includes(outcome) || !plan, `${who}: ${outcome} with a plan`);
  if (!plan) return;
  must(outcome !== 'Y' || dayIn(plan['startdate']) === on, `${who}: plan of another day`);
  must(Boolean(plan['ceasedate']) === Boolean(plan['ceasereason']), `${who}: ceased by halves`);
  placesFaults(who, blade.under('namedplan', plan, 'plandetail'), must);
}

function activeFaults(blade: Blade, who: string, row: Row, must: Must): void {
  const [met, concluded] = [dayIn(row['reviewmeeting']), dayIn(row['lastreview'])];
  must(!row['reviewoutcome'] || (met !== '' && concluded !== ''), `${who}: outcome of no review`);
  must(concluded === '' || concluded >= met, `${who}: decided before the meeting`);
  must(!row['reviewdraft'] || row['reviewoutcome'] === 'A', `${who}: draft without an amendment`);
  placesFaults(who, blade.under('activeplans', row, 'placementdetail'), must);
  const ranks = blade.under('activeplans', row, 'senneed').map((need) => need['sentyperank']);
  must(ranks.join() === '1' || ranks.join() === '1,2', `${who}: needs ${ranks.join()}`);
}

function placesFaults(who: string, places: readonly Row[], must: Must): void {
  must(
    places.filter((place) => place['placementrank'] === '1').length === 1,
    `${who}: ${places.length} places`,
  );
  for (const place of places) {
    const said = ['urn', 'ukprn', 'sensetting'].filter((name) => place[name]).length;
    must(said === 1, `${who}: ${said} names of one place`);
    must(
      UNITS.every((unit) => place[unit] !== ''),
      `${who}: units not said`,
    );
  }
}
