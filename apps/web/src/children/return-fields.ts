import { type ChildRecord, ETHNICITIES, UPN_UNKNOWN } from '@app/people';
import { type FieldModel } from '../forms/field-model';
import { type FormBody, type Problem } from '../forms/form-body';
import { one } from '../safety/one-value';

const YES_NO = { yes: 'Yes', no: 'No' } as const;

interface Question {
  readonly label: string;
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** What statutory returns ask about a child, beside who they are. */
const QUESTIONS = {
  ethnicity: { label: 'Ethnicity, as the family gives it', options: ETHNICITIES },
  postcode: { label: 'Postcode of the home', hint: 'Like WE4 1AB' },
  upnUnknown: { label: 'If there is no pupil number: why?', options: UPN_UNKNOWN },
  disabled: { label: 'Is the child or young person disabled?', options: YES_NO },
  pupilPremium: { label: 'Does the school get pupil premium?', options: YES_NO },
  socialCareTeam: { label: 'If social care works with the child: which team?' },
} as const satisfies Record<string, Question>;

type Name = keyof typeof QUESTIONS;

/** Names of these questions. */
export const RETURN_FIELDS = Object.keys(QUESTIONS) as Name[];

/** The questions, holding what was typed. */
export function returnFields(body: FormBody, problems: readonly Problem[]): FieldModel[] {
  return RETURN_FIELDS.map((name) => {
    const { label, hint, options }: Question = QUESTIONS[name];
    const value = one(body, name) ?? '';
    return {
      kind: options ? 'select' : 'text',
      id: name,
      name,
      label: `${label} (optional)`,
      hint,
      value,
      nothing: 'Not known',
      problem: problems.find(({ field }) => field === name)?.text,
      ...(options && {
        options: Object.entries(options).map(([code, text]) => ({
          value: code,
          text,
          chosen: code === value,
        })),
      }),
    };
  });
}

/** What the record says, as if it had been typed. */
export function asTypedForReturns(child: ChildRecord): FormBody {
  return Object.fromEntries(
    RETURN_FIELDS.map((name) => {
      const value = child[name];
      return [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '')];
    }),
  );
}
