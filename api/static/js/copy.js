// <button class="copy" data-copy="TEXT" hidden>: shown where there is a clipboard, says for a moment that it copied.
export const copy = async (text, button) => {
  await navigator.clipboard.writeText(text);
  if (!button) return;
  button.dataset.copied = "";
  setTimeout(() => delete button.dataset.copied, 1500);
};

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copy(button.dataset.copy, button);
  });
}
