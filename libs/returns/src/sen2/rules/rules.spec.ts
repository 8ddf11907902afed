import { collectionOf } from '../collection';
import {
  type ActivePlan,
  type Assessment,
  type NamedPlan,
  type Person,
  type Placement,
  type Request,
} from '../records';
import { checkPerson, RULES } from './check-person';

const PLACE: Placement = {
  urn: '199020',
  ukprn: null,
  sensetting: null,
  sensettingother: null,
  placementrank: 1,
  senunitindicator: false,
  resourcedprovisionindicator: false,
  entrydate: '2022-09-05',
  leavingdate: null,
  res: null,
  wbp: null,
};
const PLAN: NamedPlan = {
  startdate: '2025-06-18',
  planres: null,
  planwbp: null,
  pb: true,
  oa: true,
  dp: null,
  ceasedate: null,
  ceasereason: null,
  details: [{ ...PLACE }],
};
const ASSESSMENT: Assessment = {
  assessmentoutcome: 'Y',
  assessmentoutcomedate: '2025-06-18',
  assessmentmediation: false,
  assessmenttribunal: false,
  othermediation: false,
  othertribunal: false,
  week20: false,
  namedplan: PLAN,
};
const ACTIVE: ActivePlan = {
  transferla: null,
  reviewmeeting: '2025-11-04',
  reviewoutcome: 'A',
  reviewdraft: '2025-11-28',
  phasetransferduedate: '2025-02-15',
  phasetransferfinaldate: '2025-02-10',
  lastreview: '2025-11-28',
  placements: [PLACE],
  needs: [{ sentype: 'ASD', sentyperank: 1 }],
};
const REQUEST: Request = {
  reference: 'EHC-1',
  planId: 'plan',
  receiveddate: '2025-02-03',
  requestsource: '1',
  rya: false,
  requestoutcomedate: '2025-03-10',
  requestoutcome: 'Y',
  requestmediation: false,
  requesttribunal: false,
  exported: null,
  assessment: ASSESSMENT,
  activeplan: ACTIVE,
};
const PERSON: Person = {
  childId: 'child',
  surname: 'Ashby',
  forename: 'Rowan',
  personbirthdate: '2011-10-01',
  sex: 'F',
  ethnicity: 'WBRI',
  postcode: 'WE4 1AB',
  upn: 'E869999926001',
  uniquelearnernumber: null,
  upnunknown: null,
  requests: [REQUEST],
};

const person = (change: Partial<Person>): Person => ({ ...PERSON, ...change });
const request = (change: Partial<Request>) => person({ requests: [{ ...REQUEST, ...change }] });
const assessed = (change: Partial<Assessment>) =>
  request({ assessment: { ...ASSESSMENT, ...change } });
const plan = (change: Partial<NamedPlan>) => assessed({ namedplan: { ...PLAN, ...change } });
const detail = (change: Partial<Placement>) => plan({ details: [{ ...PLACE, ...change }] });
const active = (change: Partial<ActivePlan>) => request({ activeplan: { ...ACTIVE, ...change } });
const place = (change: Partial<Placement>) => active({ placements: [{ ...PLACE, ...change }] });
const nobody = { upn: null, uniquelearnernumber: null };

/** Data that breaks each rule. */
const BAD: Readonly<Record<string, Person>> = {
  '101': person({ surname: ' ' }),
  '102': person({ personbirthdate: '2026-01-16' }),
  '103': person({ sex: null }),
  '104': person({ ethnicity: 'XXXX' }),
  '105': person({ postcode: 'WE4' }),
  '106': person(nobody),
  '107': person({ upn: 'A869999926001' }),
  '108': person({ uniquelearnernumber: '1234567890' }),
  '109': person({ ...nobody, upnunknown: 'UN4' }),
  '110': person({ ...nobody, upnunknown: 'UN1' }),
  '111': person({ personbirthdate: '1999-10-01' }),
  '201': request({ requestoutcomedate: null }),
  '202': request({ receiveddate: null }),
  '203': person({ personbirthdate: '2025-02-04' }),
  '204': request({ receiveddate: '2026-01-02' }),
  '205': request({ requestoutcomedate: '2025-02-01' }),
  '206': request({ requestoutcomedate: '2024-12-31', receiveddate: '2024-12-01' }),
  '207': request({ requestsource: null }),
  '208': request({ requestsource: '5' }),
  '209': request({ assessment: null, activeplan: null }),
  '210': request({ requestoutcome: 'N' }),
  '211': request({ exported: '93' }),
  '212': active({ transferla: '937' }),
  '301': assessed({ assessmentoutcomedate: null }),
  '302': assessed({ assessmentoutcomedate: '2025-02-20' }),
  '303': assessed({ assessmentoutcomedate: '2026-01-16' }),
  '304': assessed({ week20: null }),
  '305': assessed({ namedplan: null }),
  '306': assessed({ assessmentoutcome: 'N', week20: null }),
  '401': plan({ startdate: '2025-01-31' }),
  '402': plan({ startdate: '2026-01-16' }),
  '403': plan({ startdate: '2025-06-19' }),
  '404': plan({ ceasereason: '3' }),
  '405': plan({ ceasedate: '2024-12-31', ceasereason: '3' }),
  '406': plan({ ceasedate: '2025-12-31', ceasereason: '0' }),
  '407': plan({ ceasedate: '2025-12-31', ceasereason: '9' }),
  '408': plan({ planres: 'C' }),
  '409': plan({ pb: false }),
  '410': plan({ ceasedate: '2025-12-31', ceasereason: '3' }),
  '501': detail({ sensetting: 'EHE' }),
  '502': detail({ urn: '19902' }),
  '503': detail({ urn: null, sensetting: 'HOME' }),
  '504': detail({ urn: null, sensetting: 'OTH' }),
  '505': detail({ senunitindicator: true, resourcedprovisionindicator: true }),
  '506': detail({ urn: null, sensetting: 'NEET' }),
  '601': active({ reviewmeeting: null }),
  '602': active({ lastreview: '2025-11-03' }),
  '603': active({ reviewoutcome: 'M' }),
  '604': active({ reviewmeeting: '2025-06-17' }),
  '605': active({ reviewoutcome: null, reviewdraft: null }),
  '606': active({ transferla: '93' }),
  '607': active({ phasetransferduedate: null }),
  '608': active({ placements: [] }),
  '609': active({ needs: [] }),
  '610': active({
    needs: [
      { sentype: 'ASD', sentyperank: 1 },
      { sentype: 'ASD', sentyperank: 2 },
    ],
  }),
  '701': place({ urn: null }),
  '702': place({ urn: null, ukprn: '20001234' }),
  '703': place({ urn: null, sensetting: 'HOME' }),
  '704': place({ urn: null, sensetting: 'NIEO' }),
  '705': place({ urn: null, sensetting: 'EHE', senunitindicator: true }),
  '706': place({ urn: null, sensetting: 'NEET' }),
  '707': place({ leavingdate: '2022-09-04' }),
  '708': place({ entrydate: null }),
  '801': active({ needs: [{ sentype: 'NSA', sentyperank: 1 }] }),
};

const found = (who: Person) => checkPerson(who, collectionOf(2026)).map(({ rule }) => rule.number);

describe('the rules of the return', () => {
  it('find nothing wrong with what is right', () => {
    expect(found(PERSON)).toEqual([]);
  });

  it.each(RULES.map((rule) => [rule.number, rule.words] as const))('%s: %s', (number) => {
    const bad = BAD[number];
    expect(bad).toBeDefined();
    expect(found(bad!)).toContain(number);
  });

  it('have each a number of their own, and say what to enter', () => {
    const numbers = RULES.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { words, enter } of RULES) expect([words, enter].every(Boolean)).toBe(true);
  });

  it('let a plan from another council, and a plan of before the product, stand', () => {
    const history: Request = {
      ...REQUEST,
      reference: null,
      receiveddate: null,
      requestsource: null,
      requestoutcome: 'H',
      requestoutcomedate: null,
      assessment: {
        ...ASSESSMENT,
        assessmentoutcome: 'H',
        assessmentoutcomedate: null,
        week20: null,
      },
      activeplan: { ...ACTIVE, transferla: '937' },
    };
    expect(found(person({ requests: [history] }))).toEqual([]);
  });
});
