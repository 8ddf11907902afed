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

/** How many are ticked, as they are ticked. */
for (const counter of document.querySelectorAll('[data-cw-chosen]')) {
  const boxes = [
    ...counter.closest('form').querySelectorAll(`input[name="${counter.dataset.cwChosen}"]`),
  ];
  const without = counter.textContent;
  counter.closest('form').addEventListener('change', () => {
    const chosen = boxes.filter((box) => box.checked).length;
    counter.textContent = chosen ? `${chosen} of ${boxes.length} chosen` : without;
  });
}

/** A page that shows how far long work is looks again by itself, and opens the result when it is done. */
const follow = async (region) => {
  for (;;) {
    await new Promise((resolve) => window.setTimeout(resolve, 2000));
    const answer = await fetch(window.location.href).catch(() => undefined);
    if (!answer?.ok) continue;
    const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('[data-follow]');
    if (!next) return window.location.reload();
    region.replaceChildren(...next.childNodes);
  }
};
document.querySelectorAll('[data-follow]').forEach(follow);
