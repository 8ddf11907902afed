/** Code of the invented authority: no council has it. */
export const AUTHORITY = '899';

export const COUNCIL = 'Wendmoor Council';

/** Whom letters name and where services are reached. Numbers and addresses are those kept free for stories. */
export const SETTINGS = {
  contact: {
    name: 'the Wendmoor SEND team',
    phone: '01632 960100',
    email: 'send@wendmoor.example.org',
  },
  sendiass: {
    name: 'Wendmoor SENDIASS',
    phone: '01632 960150',
    email: 'sendiass@wendmoor.example.org',
  },
  mediation: {
    name: 'Fellside Mediation',
    phone: '01632 960170',
    email: 'help@fellside-mediation.example.org',
  },
  addresses: {
    health: 'community-paediatrics@health.example.org',
    slt: 'speech-therapy@health.example.org',
    slt_manager: 'lead-speech-therapy@health.example.org',
    ot: 'occupational-therapy@health.example.org',
    ep: 'psychology@wendmoor.example.org',
    social_care: 'childrens-services@wendmoor.example.org',
    pfa: 'adulthood@wendmoor.example.org',
    ehe_team: 'home-education@wendmoor.example.org',
    dsl: 'safeguarding@wendmoor.example.org',
    'la:937': 'send@neighbour.example.org',
  },
} as const;
