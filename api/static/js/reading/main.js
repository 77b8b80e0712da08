// The reading page: shows the PDF where that can be done, and lets the keyboard go from hit to hit.

import { Hits } from "./hits.js";
import { listen } from "./keys.js";
import { openPaper } from "./viewer.js";

const status = document.querySelector("[data-status]");
const pane = document.querySelector("[data-paper]");

/** Tell people who do not see the page what happened. */
function announce(text) {
  status.textContent = text;
}

/** Show the text in place of a PDF that cannot be shown. */
function showText(reason) {
  document.querySelector("[data-trouble]").hidden = false;
  document.querySelector("[data-tools]").hidden = true;
  document.querySelector("#tekst").classList.remove("read-behind");
  pane.remove();
  announce("De PDF kan hier niet worden getoond. Dit is de tekst ervan.");
  console.info("PDF not shown:", reason);
}

async function start() {
  const paper = pane ? await openPaper(pane, announce).catch(showText) : undefined;
  const hits = new Hits(paper, announce);
  listen({ hits, paper });
}

start();
