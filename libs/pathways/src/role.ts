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
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** The permissions a person with these roles holds. */
export function permissionsOf(roles: readonly string[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    PERMISSIONS[permission].some((role) => roles.includes(role)),
  );
}
