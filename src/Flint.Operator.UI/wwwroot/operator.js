// The few things a browser does only from script. Loaded as a module by OperatorScript; no globals, nothing inline.

const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");

/** Sets the theme on the root element and tells `listener` now, and on every change, whether it is dark. */
export function followTheme(appearance, listener) {
  const root = document.documentElement;
  if (appearance === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", appearance);

  const tell = () => listener.invokeMethodAsync("ThemeIsDark", appearance === "dark" || (appearance === "system" && darkQuery.matches));
  darkQuery.addEventListener("change", tell);
  tell();
  return { stop: () => darkQuery.removeEventListener("change", tell) };
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function canShare() {
  return typeof navigator.share === "function";
}

/** Opens the system's share sheet. False when there is none or the operator turned away. */
export async function share(title, url) {
  if (!canShare()) return false;
  try {
    await navigator.share({ title, url });
    return true;
  } catch {
    return false;
  }
}

export function printPage() {
  window.print();
}

/** Keys that the amount field turns into keypad presses must not also edit its formatted text. */
export function guardAmount(input) {
  const guard = event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[\p{Nd}.,٫]$/u.test(event.key) || event.key === "Backspace" || event.key === "Delete") event.preventDefault();
  };
  input.addEventListener("keydown", guard);
}
