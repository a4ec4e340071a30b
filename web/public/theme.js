// Sets the person's chosen theme before the first paint. Without a choice the system's wish holds (see ui/tokens.css).
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('pyladder.theme');
  } catch {
    // Storage is forbidden in this browser: then nothing was ever chosen.
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
