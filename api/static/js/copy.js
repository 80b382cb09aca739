// <button class="copy" data-copy="TEXT" hidden>: shown where there is a clipboard, says for a moment that it copied.
// <button class="copy" data-before hidden> copies what stands before it.
// A secure context has a clipboard (https, or this machine); others have not.

// `texts` is what to copy by media type.
export const copy = (texts) => {
  const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

export const copied = (button) => {
  button.dataset.copied = "";
  setTimeout(() => delete button.dataset.copied, 1500);
};

export const canCopy = Boolean(navigator.clipboard?.write);

if (canCopy) {
  for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy], button[data-before]");
    if (!button) return;
    await copy({ "text/plain": button.dataset.copy ?? button.previousElementSibling.textContent });
    copied(button);
  });
}
