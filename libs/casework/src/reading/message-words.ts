const RECIPIENTS: Readonly<Record<string, string>> = {
  family: 'the family',
  school: 'the school',
  destination_school: 'the new school',
  owner: 'whoever holds the case',
  manager: 'the manager',
  transition_lead: 'the transition lead',
  referrer: 'the person who referred',
  health: 'health',
  social_care: 'social care',
  advisers: 'the advisers',
  settings: 'the schools or settings',
  new_authority: 'the new council',
  ehe_team: 'the home education team',
  dsl: 'the safeguarding lead',
  member: 'a member of the panel',
};

/** Whom a message is for, in words; a recipient may carry an id behind a colon. */
export function recipientInWords(recipient: string): string {
  const [kind = ''] = recipient.split(':');
  return RECIPIENTS[kind] ?? 'the person concerned';
}

/** Where a message stands, in words. */
export const MESSAGE_STATUSES = {
  due: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  in_doubt: 'Not known if it arrived',
  failed: 'Could not be sent',
  cancelled: 'Stopped before it left',
  for_release: 'Waits for an officer to release it',
} as const;

export const CHANNELS = {
  email: 'E-mail',
  letter: 'Letter',
  sms: 'Text message',
  in_app: 'In Causeway',
} as const;
