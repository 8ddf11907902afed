import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  PasswordInput,
  Radios,
} from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const part of [Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios])
  createAll(part);

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
