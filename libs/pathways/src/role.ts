/** Who acts, in the words of the handbook's roles (annex b). `system` is a clock that ran out. */
export const ROLES = {
  y6_worker: 'Transition support worker',
  transition_lead: 'Transition lead',
  ehc_officer: 'EHC case officer',
  send_manager: 'SEND manager (decision maker)',
  panel_coordinator: 'Panel coordinator',
  panel_chair: 'Panel chair',
  ep: 'Educational psychologist',
  saso: 'School attendance support officer',
  specialist_teacher: 'Specialist teacher',
  review_officer: 'Annual review officer',
  placement_officer: 'Placement and commissioning officer',
  unit_lead: 'Host unit lead',
  virtual_school: 'Virtual school',
  finance_officer: 'Finance officer',
  school_senco: 'School SENCO',
  data_analyst: 'Data analyst',
  programme_manager: 'Programme manager',
  dpo: 'Information governance lead',
  administrator: 'System administrator',
  system: 'Causeway',
} as const;

export type Role = keyof typeof ROLES;

/** Special permissions that a guard may ask for, and the roles that hold them. */
export const PERMISSIONS = {
  'case.void': ['send_manager', 'transition_lead'],
  'case.deceased': ['send_manager'],
  'consent.override': ['send_manager'],
  'caseload.override': ['send_manager', 'transition_lead'],
  'sg.stepdown': ['send_manager'],
  'record.restrict': ['send_manager'],
  'exception.approve': ['send_manager'],
  'qa.release': ['send_manager'],
  'decision.make': ['send_manager'],
  's19.decide': ['send_manager'],
  'ptt.extend': ['send_manager'],
  'longcase.approve': ['send_manager'],
  'chair.approve': ['panel_chair', 'send_manager'],
  'place.offer': ['panel_chair', 'send_manager'],
  'review.decide': ['review_officer', 'send_manager'],
  'cease.decide': ['send_manager'],
  'placement.decide': ['panel_chair', 'send_manager'],
  'bid.check': ['placement_officer', 'send_manager'],
  'bid.decide': ['send_manager'],
  'payment.make': ['finance_officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** The permissions a person with these roles holds. */
export function permissionsOf(roles: readonly string[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    PERMISSIONS[permission].some((role) => roles.includes(role)),
  );
}
