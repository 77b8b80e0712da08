// Makes a collection nicer to work in: passages move in place, and can be dragged; links are copied with a click.

const list = document.getElementById("passages");
const spoken = document.getElementById("melding");
for (const hidden of document.querySelectorAll("[data-copies], [data-print]")) hidden.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies], [data-print]");
  if (button?.dataset.print !== undefined) window.print();
  else if (button) await copy(document.getElementById(button.dataset.copies));
});

/** Copies a field's text; where the clipboard may not be written it is selected, to copy by hand. */
async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    tell("De link is gekopieerd.");
  } catch {
    tell(document.execCommand("copy") ? "De link is gekopieerd." : "De link is geselecteerd.");
  }
}

function tell(text) {
  if (spoken) spoken.textContent = text;
}

// Order: the server says what it is now; passages are moved, not made again, so that no unsaved note is lost.

document.addEventListener("mapvolgorde", (event) => {
  const order = event.detail.order ?? [];
  const items = new Map([...list.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item]));
  if (order.length !== items.size || order.some((id) => !items.has(id))) {
    if (!document.querySelector("[data-changed]")) location.reload(); // somebody else added or took out a passage
    return;
  }
  const focused = document.activeElement;
  for (const id of order) list.append(items.get(id));
  refocus(focused);
});

/** Moving an element takes its focus away; a button that is hidden at an end leaves it to the other one. */
function refocus(focused) {
  const item = focused?.closest?.("[data-item]");
  if (!item) return;
  const gone = getComputedStyle(focused).visibility === "hidden";
  const other = focused.classList.contains("map-up") ? ".map-down" : ".map-up";
  (gone ? item.querySelector(other) : focused).focus();
}

// Taken out and put back: the focus goes along, so that the keyboard does not fall back to the top of the page.

document.addEventListener("htmx:after:swap", () => {
  const taken = list?.querySelector("[data-taken]:not([data-seen])");
  if (taken) {
    taken.dataset.seen = "";
    taken.querySelector("button").focus();
  }
  showGrips();
});

document.addEventListener("submit", (event) => {
  const taken = event.target.closest("[data-taken]");
  if (!taken) return;
  const { id } = taken;
  document.addEventListener("htmx:after:swap", () => document.querySelector(`#${CSS.escape(id)} textarea`)?.focus(), {
    once: true,
  });
});

// Notes: what is not kept yet is said, and leaving the page asks first.

document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-note]");
  if (!form) return;
  form.dataset.changed = "";
  form.querySelector("[role=status]").textContent = "Nog niet bewaard.";
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-note]")) event.target.dataset.sent = event.target.elements.notitie.value;
});

document.addEventListener("htmx:after:request", (event) => {
  const form = event.detail.ctx?.sourceElement;
  if (!form?.matches?.("[data-note]") || event.detail.ctx.response?.status !== 200) return;
  if (form.elements.notitie.value === form.dataset.sent) delete form.dataset.changed;
});

let leaving = false;
document.addEventListener("submit", (event) => {
  leaving = !event.target.hasAttribute("hx-post");
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && document.querySelector("[data-changed]")) event.preventDefault();
});

// Dragging, as an extra: a grip, so that text can be selected as ever.

let dragged = null;
showGrips();

function showGrips() {
  for (const grip of list?.querySelectorAll(".map-grip[hidden]") ?? []) grip.hidden = false;
}

list?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest(".map-grip")?.closest("[data-item]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector("h2").innerText);
  event.dataTransfer.setDragImage(dragged, 0, 0);
  dragged.classList.add("map-item--dragged");
});

list?.addEventListener("dragover", (event) => {
  const over = event.target.closest("[data-item]");
  if (!dragged || !over) return;
  event.preventDefault();
  unmark();
  over.classList.add(isBelow(event, over) ? "map-item--after" : "map-item--before");
});

list?.addEventListener("drop", async (event) => {
  const over = event.target.closest("[data-item]");
  if (!dragged || !over) return;
  event.preventDefault();
  const next = isBelow(event, over) ? nextItem(over) : over;
  if (over !== dragged && next !== dragged) await place(dragged, next);
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("map-item--dragged");
  dragged = null;
  unmark();
});

function unmark() {
  for (const item of list.children) item.classList.remove("map-item--before", "map-item--after");
}

function isBelow(event, item) {
  const box = item.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
}

function nextItem(item) {
  let next = item.nextElementSibling;
  while (next && !next.dataset.item) next = next.nextElementSibling;
  return next;
}

async function place(item, next) {
  const body = new URLSearchParams({ voor: next?.dataset.item ?? "einde" });
  const response = await fetch(item.dataset.move, { method: "POST", body, headers: { "hx-request": "true" } });
  if (!response.ok) return tell("Verplaatsen is niet gelukt.");
  tell(await response.text());
  const detail = JSON.parse(response.headers.get("hx-trigger")).mapvolgorde;
  document.dispatchEvent(new CustomEvent("mapvolgorde", { detail }));
}
