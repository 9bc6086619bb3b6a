// Paying needs none of this: it reads the secret end of the address, counts down, and keeps one press from being two.
const opening = document.querySelector("[data-open]");

// The launch token is in the fragment, which is never sent by itself. Trade it once, then read the page again.
async function open(place) {
  const message = place.querySelector("[data-role=message]");
  const paste = place.querySelector("[data-role=paste]");
  const token = new URLSearchParams(location.hash.slice(1)).get("checkout_token");
  const fail = (text) => { message.textContent = text; paste.hidden = false; };
  paste.hidden = true;
  try {
    const answer = token && await fetch(place.dataset.open, { method: "POST", headers: { "X-Checkout-Token": token } });
    if (answer && answer.ok) {
      location.reload();
    } else {
      fail("This address is not complete. Please scan the code again, or paste its whole address.");
    }
  } catch {
    fail("The checkout cannot be reached right now. Please reload this page.");
  }
}

// Counts by a clock that no one can set. What it says is not announced every second: only the server ends a checkout.
function countDown(place) {
  const end = performance.now() + Number(place.dataset.secondsLeft) * 1000;
  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    if (left < 7200) {
      place.textContent = `${Math.floor(left / 60)}:${two(left % 60)}`;
    }
    if (left === 0) {
      location.replace(location.pathname.split("/").slice(0, 3).join("/"));
    } else {
      setTimeout(tick, 1000);
    }
  };
  tick();
}

if (opening) {
  open(opening);
}

document.querySelectorAll("[data-seconds-left]").forEach(countDown);

document.querySelectorAll("[data-role=pay]").forEach((form) => form.addEventListener("submit", (event) => {
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  const button = form.querySelector("button.primary");
  button.setAttribute("aria-disabled", "true");
  button.textContent = "Processing …";
}));

// A page that comes back from the browser's memory still says it is processing.
addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });

// While a bank works the page looks again, and changes only when there is news.
const watched = document.querySelector("[data-watch]");
if (watched) {
  setInterval(async () => {
    const answer = await fetch(location.pathname).catch(() => null);
    if (answer && answer.ok && !(await answer.text()).includes("data-watch")) {
      location.reload();
    }
  }, 2000);
}
