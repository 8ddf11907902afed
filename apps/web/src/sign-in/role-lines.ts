import { type Role } from '@app/pathways';

/** What a person in this role does here, in one line. */
export const ROLE_LINES: Readonly<Record<Role, string>> = {
  y6_worker: 'Goes with children from Year 6 into Year 7: visits, baselines, hand-over.',
  transition_lead: 'Decides who gets the 32 places and shares out the work.',
  ehc_officer: 'Takes EHC needs assessments from the request to the final plan.',
  send_manager: 'Decides for the council, watches the 20 weeks and helps when a case is stuck.',
  panel_coordinator: 'Prepares the panels and imports the nominations.',
  panel_chair: 'Chairs the panels and records what they decide.',
  ep: 'Writes psychology advice that a plan needs.',
  saso: 'Supports schools and families with attendance.',
  specialist_teacher: 'Works with schools on teaching and outreach.',
  review_officer: 'Takes annual reviews from the meeting to the decision.',
  placement_officer: 'Finds places, checks bids and looks after contracts.',
  unit_lead: 'Runs a High Dependency unit and its places.',
  virtual_school: 'Watches over the schooling of children in care.',
  finance_officer: 'Pays what was agreed and checks the figures.',
  school_senco: 'Speaks for one school and sees its own pupils only.',
  data_analyst: 'Reads the boards and figures.',
  programme_manager: 'Answers for the programme and its figures.',
  dpo: 'Checks who looked at which record, and why.',
  administrator: 'Looks after officers, teams and school calendars.',
  system: 'Does what falls due.',
};
