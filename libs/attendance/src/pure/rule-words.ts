/** '6.5 days', '1 day'. */
export const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** '3 suspensions', '1 suspension'. */
export const times = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** '12.5%'. */
export const percent = (rate: number | null) => `${rate ?? 0}%`;
