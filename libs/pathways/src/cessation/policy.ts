/** Planning numbers a council may set (handbook 11.2). They never shorten a right to appeal. */
export const cessationPolicy = {
  candidateWorkingDays: 20,
  consultWorkingDays: 15,
  decideWorkingDays: 10,
  certificateWorkingDays: 20,
  appealWatchWeeks: 12,
} as const;
