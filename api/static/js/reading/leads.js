// References on a page as links upon its words. Nothing is asked of another machine until somebody follows one.

import { lay, spansOf } from "./marks.js";

/** Lay the links of some lines on a page, in place of those that are there; the focus stays where it is. */
export function layLeads(layer, lines, leads, size, letters = []) {
  const focused = [...layer.children].indexOf(document.activeElement);
  const begun = new Set();
  layer.replaceChildren(
    ...lines.flatMap((line) =>
      inOrder(spansOf(line, letters)).map((span) => {
        const link = linkTo(leads[Number(span.kind)], begun.has(span.kind));
        begun.add(span.kind);
        lay(link, span, line, size);
        return link;
      }),
    ),
  );
  if (focused >= 0) layer.children[focused]?.focus({ preventScroll: true });
}

function inOrder(spans) {
  return spans.sort((one, other) => one.left - other.left);
}

/** A reference that goes on in the next line is one link to those who do not see the page. */
function linkTo([text, href, told, leaves], goesOn) {
  const link = document.createElement("a");
  link.className = leaves ? "read-lead-box read-leaves" : "read-lead-box";
  link.href = href;
  link.title = told;
  if (leaves) link.rel = "noopener noreferrer external";
  if (goesOn) {
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
  } else link.setAttribute("aria-label", text);
  return link;
}
