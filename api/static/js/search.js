// The search page: suggestions while typing, and what changes said aloud. The page is whole without it.

import { Combobox } from "./suggestions.js";

const PATIENCE = 120; // milliseconds between the last letter and the question for suggestions
const KINDS = { title: "titel", heading: "kop" };

const field = () => document.getElementById("q");

/** Ask for suggestions; none where that fails. */
async function suggest(typed, signal) {
  const answer = await fetch(`/api/v1/suggest?k=8&q=${encodeURIComponent(typed.slice(0, 200))}`, { signal });
  if (!answer.ok) return [];
  const found = await answer.json();
  return found.map((one) => ({ text: one.text, told: KINDS[one.kind] ?? "" }));
}

function attach() {
  const input = field();
  if (input && !input.hasAttribute("aria-autocomplete")) new Combobox(input, suggest, PATIENCE);
}

/** Tell the server that someone is still typing: then the address stays as it is. */
document.addEventListener("htmx:config:request", (event) => {
  const { sourceEvent, request } = event.detail.ctx;
  if (sourceEvent?.type === "input") request.headers["Bz-Typing"] = "true";
});

/** Say how much was found, and let whoever asked for more go on where the new results begin. */
let before = null;
document.addEventListener("htmx:before:swap", (event) => {
  const more = event.detail.ctx.sourceElement?.id === "meer";
  before = more ? document.querySelectorAll(".bz-result").length : null;
});
document.addEventListener("htmx:after:swap", () => {
  attach();
  const count = document.getElementById("aantal");
  const told = document.getElementById("stand");
  if (told) told.textContent = count?.textContent ?? "";
  if (before !== null) document.querySelectorAll(".bz-result")[before]?.querySelector("a")?.focus();
  before = null;
});

attach();
