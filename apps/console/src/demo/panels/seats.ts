import { type PanelCode, type Service } from '@app/panels';

/** One place on a panel of Wendmoor, and who has it. */
export interface DemoSeat {
  readonly service: Service;
  /** An officer of Wendmoor by key; somebody outside by name. */
  readonly who: string;
  /** Comes only to items that call for them. */
  readonly isInvited?: true;
  readonly deputyOf?: string;
  /** Has signed nothing yet. */
  readonly isUnsigned?: true;
}

/** People of other services, who are reached by e-mail. */
export const OUTSIDE: Readonly<Record<string, string>> = {
  'Ifan Grey': 'ifan.grey@health.example.org',
  'Sorrel Maddox': 'sorrel.maddox@health.example.org',
  'Marta Okello': 'marta.okello@health.example.org',
  'Owen Prys': 'owen.prys@wendmoor.example.org',
  'Bina Rothwell': 'bina.rothwell@wendmoor.example.org',
  'Dana Whitcombe': 'dana.whitcombe@police.example.org',
  'Leon Abara': 'leon.abara@justice.example.org',
  'Colm Rigby': 'colm.rigby@school.example.org',
  'Freya Santos': 'freya.santos@school.example.org',
};

const seat = (service: Service, who: string, more: Omit<DemoSeat, 'service' | 'who'> = {}) => ({
  service,
  who,
  ...more,
});
const chaired = (chair: string, deputy: string): DemoSeat[] => [
  seat('chair', chair),
  seat('deputy_chair', deputy, { deputyOf: chair }),
  seat('coordinator', 'imogen'),
];
const asked = { isInvited: true } as const;

/** Who sits on the seven panels. */
export const SEATS: Readonly<Record<PanelCode, readonly DemoSeat[]>> = {
  tats: [
    ...chaired('gideon', 'marguerite'),
    seat('psychology', 'hal'),
    seat('attendance', 'josie'),
    seat('attendance', 'nadia', { deputyOf: 'josie' }),
    seat('specialist_teacher', 'tomasz'),
    seat('mental_health', 'Ifan Grey'),
    seat('mental_health', 'Sorrel Maddox', { deputyOf: 'Ifan Grey', isUnsigned: true }),
    seat('nursing', 'Marta Okello'),
    seat('early_help', 'Owen Prys'),
    seat('data', 'priya', asked),
    seat('virtual_school', 'zillah', asked),
    seat('social_worker', 'Bina Rothwell', asked),
    seat('police', 'Dana Whitcombe', asked),
    seat('youth_justice', 'Leon Abara', asked),
    seat('school_lead', 'lorcan', asked),
  ],
  eip: [
    ...chaired('gideon', 'marguerite'),
    seat('psychology', 'hal'),
    seat('attendance', 'nadia'),
    seat('attendance', 'josie', { deputyOf: 'nadia' }),
    seat('send', 'everard'),
    seat('social_worker', 'Bina Rothwell', asked),
  ],
  ehc_decision: [
    ...chaired('marguerite', 'everard'),
    seat('psychology', 'hal'),
    seat('school_rep', 'Colm Rigby'),
    seat('school_rep', 'Freya Santos', { deputyOf: 'Colm Rigby' }),
    seat('send', 'petra'),
  ],
  pp: [
    ...chaired('marguerite', 'everard'),
    seat('finance', 'oswin'),
    seat('commissioning', 'desmond'),
    seat('psychology', 'hal'),
    seat('send', 'winifred'),
  ],
  hd_admissions: [
    ...chaired('gideon', 'marguerite'),
    seat('host_lead', 'merle'),
    seat('host_lead', 'solveig'),
    seat('psychology', 'hal'),
    seat('send', 'everard'),
    seat('finance', 'oswin'),
  ],
  y6_moderation: [
    ...chaired('gideon', 'marguerite'),
    seat('advisory', 'ruben'),
    seat('advisory', 'tomasz'),
    seat('finance', 'oswin'),
  ],
  vlg: [
    ...chaired('gideon', 'marguerite'),
    seat('data', 'priya'),
    seat('attendance', 'josie'),
    seat('psychology', 'hal'),
    seat('send', 'everard'),
    seat('early_help', 'Owen Prys'),
    seat('virtual_school', 'zillah'),
  ],
};
