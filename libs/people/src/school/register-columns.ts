import { type ColumnNames } from '../file/headings';

const column = (heading: string, required = false, ...alsoCalled: string[]): ColumnNames => ({
  heading,
  required,
  alsoCalled,
});

/** Columns of the national register of schools that Causeway keeps; the register has many more. */
export const REGISTER_COLUMNS = {
  urn: column('URN', true),
  la: column('LA (code)', true, 'LAcode'),
  establishment: column('EstablishmentNumber', true),
  name: column('EstablishmentName', true),
  type: column('TypeOfEstablishment (name)', true),
  status: column('EstablishmentStatus (name)', true),
  phase: column('PhaseOfEducation (name)', true),
  lowAge: column('StatutoryLowAge'),
  highAge: column('StatutoryHighAge'),
  postcode: column('Postcode'),
  phone: column('TelephoneNum'),
  headTitle: column('HeadTitle (name)'),
  headForename: column('HeadFirstName'),
  headSurname: column('HeadLastName'),
} as const;

export type RegisterColumn = keyof typeof REGISTER_COLUMNS;
