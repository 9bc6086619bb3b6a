// Reads the same page again and shows what changed, while somebody looks and nothing on it is being used.
setInterval(async () => {
  const shown = document.querySelector("main[data-live=on]");
  if (!shown || document.hidden || shown.contains(document.activeElement) || String(getSelection())) {
    return;
  }
  const answer = await fetch(location.href).catch(() => null);
  if (!answer || !answer.ok) {
    return;
  }
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const table = shown.querySelector(".scroll");
  const place = table && [table.scrollLeft, table.scrollTop];
  shown.replaceChildren(...next.childNodes);
  if (place && shown.querySelector(".scroll")) {
    [shown.querySelector(".scroll").scrollLeft, shown.querySelector(".scroll").scrollTop] = place;
  }
}, 2000);
