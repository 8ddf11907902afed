import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { viewsFolder } from '../frame/product-folder';

const govuk = join(__dirname, '../../../../node_modules/govuk-frontend/dist');
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([viewsFolder, govuk]), {
  autoescape: true,
});

/** The tags of some HTML with their attributes in order of name: what a browser makes of it, without spaces. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?\w+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].map(
    ([, tag = '', attributes = '']) => {
      const sorted = [...attributes.matchAll(/[\w-]+(?:="[^"]*")?/g)]
        .map(([each]) => each.replace(/\s+/g, ' ').replace(' "', '"'))
        .sort();
      return `<${[tag, ...sorted].join(' ')}>`;
    },
  );
}

const theirs = (component: string, macro: string, params: object) =>
  tagsOf(
    environment.renderString(
      `{% from "govuk/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`,
      { params },
    ),
  );
const ours = (macro: string, model: object) =>
  tagsOf(
    environment.renderString(`{% from "parts/forms.njk" import ${macro} %}{{ ${macro}(model) }}`, {
      model,
    }),
  );

const label = { text: 'Label', classes: 'govuk-label--s' };
const legend = { text: 'Label', classes: 'govuk-fieldset__legend--s' };
const shared = { id: 'f', name: 'f', label: 'Label', hint: 'Hint', problem: 'Wrong' };
const hint = { text: 'Hint' };
const errorMessage = { text: 'Wrong' };
const options = [
  { value: 'a', text: 'A', chosen: true },
  { value: 'b', text: 'B', chosen: false },
];
const items = options.map(({ value, text, chosen }) => ({
  value,
  text,
  checked: chosen,
  selected: chosen,
}));

describe('our fields are what the GOV.UK macros make, which large pages cannot afford', () => {
  it('a line of text', () => {
    expect(ours('field', { ...shared, kind: 'text', value: 'x' })).toEqual(
      theirs('input', 'govukInput', {
        id: 'f',
        name: 'f',
        label,
        hint,
        errorMessage,
        value: 'x',
        classes: 'cw-input',
        autocomplete: 'off',
      }),
    );
  });

  it('an amount of money', () => {
    expect(ours('field', { ...shared, kind: 'money', value: '12' })).toEqual(
      theirs('input', 'govukInput', {
        id: 'f',
        name: 'f',
        label,
        hint,
        errorMessage,
        value: '12',
        prefix: { text: '£' },
        inputmode: 'decimal',
        classes: 'govuk-input--width-10',
        autocomplete: 'off',
      }),
    );
  });

  it('several lines', () => {
    expect(ours('field', { ...shared, kind: 'area', value: 'x' })).toEqual(
      theirs('textarea', 'govukTextarea', {
        id: 'f',
        name: 'f',
        label,
        hint,
        errorMessage,
        value: 'x',
      }),
    );
  });

  it('one of a few', () => {
    expect(ours('field', { ...shared, kind: 'choice', options })).toEqual(
      theirs('radios', 'govukRadios', {
        idPrefix: 'f',
        name: 'f',
        fieldset: { legend },
        hint,
        errorMessage,
        items,
        classes: 'govuk-radios--small',
      }),
    );
  });

  it('any of a few', () => {
    expect(ours('field', { ...shared, kind: 'choices', options })).toEqual(
      theirs('checkboxes', 'govukCheckboxes', {
        idPrefix: 'f',
        name: 'f',
        fieldset: { legend },
        hint,
        errorMessage,
        items,
        classes: 'govuk-checkboxes--small',
      }),
    );
  });

  it('one of many', () => {
    expect(ours('field', { ...shared, kind: 'select', options })).toEqual(
      theirs('select', 'govukSelect', {
        id: 'f',
        name: 'f',
        label,
        hint,
        errorMessage,
        items: [{ value: '', text: 'Choose one' }, ...items],
      }),
    );
  });

  it('the summary of what is wrong', () => {
    expect(ours('errorSummary', [{ field: 'f', text: 'Wrong' }])).toEqual(
      theirs('error-summary', 'govukErrorSummary', {
        titleText: 'There is a problem',
        errorList: [{ href: '#f', text: 'Wrong' }],
        classes: 'cw-error-summary',
      }),
    );
  });
});
