/** Planning numbers a council may set (handbook 10, milestone targets). They never move a legal date. */
export const ehcPolicy = {
  /** The legs of the 20 weeks: `usual` are the weeks in which a leg is usually done. */
  legs: [
    {
      key: 'decide_assess',
      label: 'Decide whether to assess',
      states: ['requested', 'decision_assess'],
      usual: [1, 5],
    },
    { key: 'advice', label: 'Gather advice', states: ['advice'], usual: [5, 12] },
    { key: 'decide_plan', label: 'Decide on a plan', states: ['decision_plan'], usual: [11, 14] },
    { key: 'draft', label: 'Draft the plan', states: ['drafting'], usual: [13, 16] },
    {
      key: 'final',
      label: 'Family’s views and final plan',
      states: ['draft_issued', 'finalising'],
      usual: [15, 18],
    },
  ],
  /** Fewer working days than this on a legal date is at risk. */
  atRiskWorkingDays: 5,
} as const;
