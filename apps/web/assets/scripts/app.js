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

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !window.navigator.clipboard;
  button.addEventListener('click', async () => {
    await window.navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = 'Copied';
  });
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

/** What somebody types is kept on the server while they type: a crash or the end of a session loses nothing. */
const PAUSE = 4000;
for (const form of document.querySelectorAll('form[data-keep]')) {
  let waiting;
  const keep = () => {
    const answers = new window.URLSearchParams(new window.FormData(form));
    answers.set('keep', 'quietly');
    fetch(form.action, {
      method: 'POST',
      body: answers,
      redirect: 'manual',
      keepalive: true,
    }).catch(() => undefined);
  };
  form.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => window.clearTimeout(waiting));
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
