// The viewer of PDFs: all sheets of the right size at once, drawn when they come near.

import { isPlain } from "./hits.js";
import { Sheet } from "./sheet.js";

const SMALLEST = 0.5;
const LARGEST = 4;
const ABOVE = 80;

/** Open the PDF that a pane names, at what is marked; fails where it cannot be opened. */
export async function openPaper(pane, announce) {
  const data = JSON.parse(pane.dataset.paper);
  const library = await import(data.library);
  library.GlobalWorkerOptions.workerSrc = data.worker;
  const paper = new Paper(pane, data, library, announce);
  const opened = await library.getDocument({
    url: data.file,
    cMapUrl: `${data.folder}cmaps/`,
    iccUrl: `${data.folder}iccs/`,
    standardFontDataUrl: `${data.folder}standard_fonts/`,
    wasmUrl: `${data.folder}wasm/`, // compiled in the worker: its own policy allows that, the page's does not
    isEvalSupported: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: library.VerbosityLevel.ERRORS,
  }).promise;
  if (opened.numPages !== data.pages.length) throw new Error("another number of pages");
  await opened.getPage(paper.opening);
  paper.begin(opened);
  return paper;
}

class Paper {
  #pane;
  #data;
  #announce;
  #sheets;
  #zoom = 1;
  #at = 1;
  #quiet = true;

  constructor(pane, data, library, announce) {
    this.#pane = pane;
    this.#data = data;
    this.#announce = announce;
    this.#sheets = data.pages.map(
      ([width, height, label], index) => new Sheet({ library, number: index + 1, label, width, height }),
    );
    this.#pane.replaceChildren(...this.#sheets.map((sheet) => sheet.element));
    this.#fit();
    this.#markAll(data.first);
    this.#leadAll();
    this.#open();
  }

  /** The page that is shown first. */
  get opening() {
    const line = firstQuoted(this.#data.groups[this.#data.first]);
    const page = this.#data.page ?? line?.[0] ?? 1;
    return Math.min(Math.max(page, 1), this.#sheets.length);
  }

  begin(opened) {
    for (const sheet of this.#sheets) sheet.document = opened;
    this.#watch();
    this.#listen();
    document.querySelector("[data-tools]").hidden = false;
  }

  /** Show one of the groups of marks. */
  showGroup(index) {
    this.#markAll(index);
    const line = firstQuoted(this.#data.groups[index]);
    if (line) this.#toLine(line);
    this.#pane.focus({ preventScroll: true });
  }

  turn(by) {
    this.#quiet = false;
    this.goTo(this.#at + by);
  }

  /** Show a page, from a height in points above its lower edge where one is given. */
  goTo(number, top) {
    const sheet = this.#sheets[Math.min(Math.max(number, 1), this.#sheets.length) - 1];
    const share = top === undefined ? 0 : 1 - top / sheet.size.height;
    const above = top === undefined ? 0 : ABOVE;
    this.#pane.scrollTop = sheet.element.offsetTop + share * sheet.element.clientHeight - above;
  }

  /** Make the sheets larger or smaller by a factor; 0 makes them fit. */
  zoom(factor) {
    const wanted = factor === 0 ? 1 : this.#zoom * factor;
    const height = this.#pane.scrollHeight;
    const middle = (this.#pane.scrollTop + this.#pane.clientHeight / 2) / height;
    this.#zoom = Math.min(Math.max(wanted, SMALLEST), LARGEST);
    this.#fit();
    this.#pane.scrollTop = middle * this.#pane.scrollHeight - this.#pane.clientHeight / 2;
    const shown = `${Math.round(100 * this.#zoom)}%`;
    const button = document.querySelector("[data-zoom]");
    button.textContent = shown;
    button.setAttribute("aria-label", `Passend maken, nu ${shown}`);
    this.#announce(`Vergroting ${shown}`);
    this.#redraw();
  }

  /** At 100% a usual page is as wide as the pane. */
  #fit() {
    const widths = this.#sheets.map((sheet) => sheet.size.width).sort((one, other) => one - other);
    const usual = widths[Math.floor(widths.length / 2)];
    const room = Math.min(this.#pane.clientWidth - 24, 1000);
    this.#pane.style.setProperty("--scale", (room / usual) * this.#zoom);
    this.#pane.classList.toggle("read-fits", this.#zoom <= 1);
  }

  #markAll(index) {
    const lines = this.#data.groups[index]?.lines ?? [];
    for (const sheet of this.#sheets) {
      const own = lines.filter(([page]) => page === sheet.number);
      const others = this.#wordsOn(sheet.number, index);
      sheet.mark([...own, ...others]);
    }
  }

  #leadAll() {
    const { leads, leadLines } = this.#data;
    for (const sheet of this.#sheets) {
      const own = leadLines.filter(([page]) => page === sheet.number);
      if (own.length > 0) sheet.lead(own, leads);
    }
  }

  /** The words of the other hits on a page. */
  #wordsOn(number, index) {
    return this.#data.groups
      .slice(0, this.#data.hits)
      .filter((_, place) => place !== index)
      .flatMap((group) => group.lines.filter(([page]) => page === number))
      .map(([page, box, pieces]) => [page, box, pieces.map(([text, kinds]) => [text, kinds.includes("w") ? "w" : ""])]);
  }

  #open() {
    const line = firstQuoted(this.#data.groups[this.#data.first]);
    if (this.#data.page === null && line) this.#toLine(line);
    else this.goTo(this.opening);
    this.#at = this.opening;
    this.#tell();
  }

  #toLine([page, box]) {
    this.goTo(page, box[3]);
  }

  #watch() {
    const near = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const sheet = this.#sheets[entry.target.dataset.page - 1];
          sheet.near = entry.isIntersecting;
          if (entry.isIntersecting) sheet.show();
          else sheet.clear();
        }
      },
      { root: this.#pane, rootMargin: "100%" },
    );
    for (const sheet of this.#sheets) near.observe(sheet.element);
    let width = this.#pane.clientWidth;
    new ResizeObserver(() => {
      if (this.#pane.clientWidth === width) return;
      width = this.#pane.clientWidth;
      const number = this.#at;
      this.#fit();
      if (this.#quiet) this.#open();
      else this.goTo(number);
      this.#redraw();
    }).observe(this.#pane);
  }

  #redraw() {
    for (const sheet of this.#sheets) if (sheet.near) sheet.show();
  }

  #listen() {
    for (const gesture of ["wheel", "pointerdown", "keydown", "touchstart"]) {
      this.#pane.addEventListener(gesture, () => (this.#quiet = false), { passive: true });
    }
    let waiting;
    this.#pane.addEventListener("scroll", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.#scrolled(), 120);
    });
    const form = document.querySelector("[data-goto]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#goToLabel(form.querySelector("input").value.trim());
    });
    for (const link of document.querySelectorAll("a[data-page]")) {
      link.addEventListener("click", (event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        this.#quiet = false;
        this.goTo(Number(link.dataset.page), link.dataset.top ? Number(link.dataset.top) : undefined);
        this.#pane.focus({ preventScroll: true });
      });
    }
  }

  /** A number as printed goes before the number in the file. */
  #goToLabel(typed) {
    this.#quiet = false;
    const named = this.#sheets.find((sheet) => sheet.label === typed);
    const number = named?.number ?? Number.parseInt(typed, 10);
    if (Number.isNaN(number)) this.#tell();
    else this.goTo(number);
  }

  /** The page in the middle is the one that is read; it stands in the address. */
  #scrolled() {
    const middle = this.#pane.scrollTop + this.#pane.clientHeight / 2;
    const sheet = this.#sheets.findLast((each) => each.element.offsetTop <= middle) ?? this.#sheets[0];
    if (sheet.number === this.#at) return;
    this.#at = sheet.number;
    this.#tell();
    if (this.#quiet) return;
    const address = new URL(location.href);
    address.searchParams.set("pagina", sheet.number);
    history.replaceState(history.state, "", address);
    this.#announce(`Pagina ${sheet.label}`);
  }

  /** Where the number as printed is not the file's, both are told: `7 (10 van 50)`. */
  #tell() {
    const { label, number } = this.#sheets[this.#at - 1];
    const count = this.#sheets.length;
    document.querySelector("#pagina").value = label;
    document.querySelector("[data-count]").textContent =
      label === String(number) ? `van ${count}` : `(${number} van ${count})`;
  }
}

/** The first line of what is quoted, else of the passage; undefined where nothing is marked. */
function firstQuoted(group) {
  const lines = group?.lines ?? [];
  return lines.find(([, , pieces]) => pieces.some(([, kinds]) => kinds.includes("q"))) ?? lines[0];
}
