// From hit to hit: in the PDF and within a part of the text without a new page, else by following the link.

export class Hits {
  #links = [...document.querySelectorAll("[data-hit]")];
  #announce;
  #paper;
  #at;

  constructor(paper, announce) {
    this.#paper = paper;
    this.#announce = announce;
    this.#at = this.#links.findIndex((link) => link.hasAttribute("aria-current"));
    for (const [index, link] of this.#links.entries()) {
      link.addEventListener("click", (event) => {
        if (isPlain(event) && this.#goes(index)) event.preventDefault();
      });
    }
  }

  /** Go to the next hit, or to the one before it with -1. */
  step(by) {
    const count = this.#links.length;
    if (count === 0) return;
    const from = this.#at < 0 ? (by > 0 ? -1 : 0) : this.#at;
    const index = (from + by + count) % count;
    if (!this.#goes(index)) location.assign(this.#links[index].href);
  }

  /** Go to a hit on this page; false where it does not stand here. */
  #goes(index) {
    const link = this.#links[index];
    const anchor = document.getElementById(`treffer-${index + 1}`);
    if (this.#paper) this.#paper.showGroup(index);
    else if (anchor) this.#shows(anchor);
    else return false;
    this.#at = index;
    for (const [other, each] of this.#links.entries()) {
      if (other === index) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
    const count = document.querySelector("[data-hit-count]");
    if (count) count.textContent = `treffer ${index + 1} van ${this.#links.length}`;
    history.replaceState(history.state, "", link.href);
    this.#announce(`Treffer ${index + 1} van ${this.#links.length}: ${link.textContent.trim()}`);
    return true;
  }

  #shows(anchor) {
    anchor.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    anchor.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
}

/** Tell whether a click asks for this page and not for a new tab or window. */
export function isPlain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
