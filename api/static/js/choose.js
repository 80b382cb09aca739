// At "/" of a site of files, where no server reads Accept-Language: goes on to the language that the reader had kept on
// this device (choice.js), else to the first of the browser's that there is. With a hash, or none that there is, it stays.
const links = [...document.querySelectorAll("a[data-view]")];
const kept = localStorage.getItem("duizhao.view");

// zh-TW and zh-Hant come to the same: a language in a script.
const written = (tag) => {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
};

const preferred = () => {
  const singles = links.filter((link) => !link.dataset.view.includes("+"));
  for (const tag of navigator.languages.map(written)) {
    const found = singles.find((link) => written(link.hreflang) === tag);
    if (found) return found;
  }
};

const wanted = links.find((link) => link.dataset.view === kept) ?? preferred();
if (wanted && !location.hash) location.replace(wanted.href);
