// Keys and buttons. A key that goes to a field, or that comes with Ctrl and the like, is not ours.

import { isPlain } from "./hits.js";

const FIELDS = "input, textarea, select, [contenteditable]";

export function listen({ hits, paper }) {
  const help = document.querySelector("[data-help]");
  const deeds = {
    "next-hit": () => hits.step(1),
    "previous-hit": () => hits.step(-1),
    "next-page": () => paper?.turn(1),
    "previous-page": () => paper?.turn(-1),
    larger: () => paper?.zoom(1.25),
    smaller: () => paper?.zoom(0.8),
    fit: () => paper?.zoom(0),
    help: () => help.showModal(),
  };
  const keys = {
    n: "next-hit",
    j: "next-hit",
    p: "previous-hit",
    k: "previous-hit",
    "?": "help",
    ...(paper && { ArrowRight: "next-page", ArrowLeft: "previous-page" }),
    ...(paper && { "+": "larger", "=": "larger", "-": "smaller", 0: "fit" }),
  };
  document.addEventListener("keydown", (event) => {
    const deed = keys[event.key];
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(FIELDS);
    if (!deed || elsewhere || help.open) return;
    if (event.key.startsWith("Arrow") && event.target.closest?.(".read-scroll")) return;
    event.preventDefault();
    deeds[deed]();
  });
  for (const button of document.querySelectorAll("[data-do]")) {
    button.hidden = false;
    button.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      deeds[button.dataset.do]();
    });
  }
}
