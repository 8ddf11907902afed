/** How a column is written: a day as COLLECT prints it, a flag as true or false, anything else as it stands. */
export type Kind = 'text' | 'day' | 'flag';

/** What a record holds in a field. */
export type Value = string | number | boolean | null | undefined;

/** The fields of a record by the names of their columns. */
export const valuesOf = (record: object) => record as Readonly<Record<string, Value>>;

/** A column of the CSV export, and the element of the XML that carries the same. */
export interface Field {
  readonly column: string;
  readonly element: string;
  readonly kind: Kind;
}

const text = (element: string): Field => ({ column: element.toLowerCase(), element, kind: 'text' });
const day = (element: string): Field => ({ ...text(element), kind: 'day' });
const flag = (element: string): Field => ({ ...text(element), kind: 'flag' });

const SETTING = [
  text('URN'),
  text('UKPRN'),
  text('SENsetting'),
  text('SENsettingOther'),
  text('PlacementRank'),
];
const UNITS = [flag('SENunitIndicator'), flag('ResourcedProvisionIndicator')];

/** Modules of the return below its head, parents first: the fields of version 1.3 in the order of the export. */
export const MODULES = {
  person: {
    parent: 'sen2',
    fields: [
      text('Surname'),
      text('Forename'),
      day('PersonBirthDate'),
      text('Sex'),
      text('Ethnicity'),
      text('PostCode'),
      text('UPN'),
      text('UniqueLearnerNumber'),
      text('UPNunknown'),
    ],
  },
  requests: {
    parent: 'person',
    fields: [
      day('ReceivedDate'),
      text('RequestSource'),
      flag('RYA'),
      day('RequestOutcomeDate'),
      text('RequestOutcome'),
      flag('RequestMediation'),
      flag('RequestTribunal'),
      text('Exported'),
    ],
  },
  assessment: {
    parent: 'requests',
    fields: [
      text('AssessmentOutcome'),
      day('AssessmentOutcomeDate'),
      flag('AssessmentMediation'),
      flag('AssessmentTribunal'),
      flag('OtherMediation'),
      flag('OtherTribunal'),
      flag('Week20'),
    ],
  },
  namedplan: {
    parent: 'assessment',
    fields: [
      day('StartDate'),
      text('PlanRes'),
      text('PlanWBP'),
      flag('PB'),
      flag('OA'),
      text('DP'),
      day('CeaseDate'),
      text('CeaseReason'),
    ],
  },
  plandetail: { parent: 'namedplan', fields: [...SETTING, ...UNITS] },
  activeplans: {
    parent: 'requests',
    fields: [
      text('TransferLA'),
      day('ReviewMeeting'),
      text('ReviewOutcome'),
      day('ReviewDraft'),
      day('PhaseTransferDueDate'),
      day('PhaseTransferFinalDate'),
      day('LastReview'),
    ],
  },
  placementdetail: {
    parent: 'activeplans',
    fields: [...SETTING, day('EntryDate'), day('LeavingDate'), ...UNITS, text('RES'), text('WBP')],
  },
  senneed: { parent: 'activeplans', fields: [text('SENtype'), text('SENtypeRank')] },
} as const satisfies Record<string, { parent: string; fields: readonly Field[] }>;

export type Module = keyof typeof MODULES;

/** The columns of a module's file: its own key, COLLECT's three, the key of the record above, the fields. */
export function columnsOf(module: Module): string[] {
  const { parent, fields } = MODULES[module];
  return [...keysOf(module), `${parent}tableid`, ...fields.map(({ column }) => column)];
}

/** The first columns of every file. */
export const keysOf = (module: string) => [
  `${module}tableid`,
  'NativeId',
  `${module}orderseqcolumn`,
  'sourceid',
];

/** The columns of the file that heads the export. */
export const HEAD_COLUMNS = [
  ...keysOf('sen2'),
  'collection',
  'year',
  'referencedate',
  'sourcelevel',
  'lea',
  'softwarecode',
  'release',
  'serialno',
  'datetime',
  'dmo',
  'dco',
  'dsco',
] as const;
