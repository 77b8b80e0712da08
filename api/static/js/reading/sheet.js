// One page of a PDF: an empty sheet of the right size, drawn when it comes near, emptied when it is far away.

import { glyphsOf } from "./glyphs.js";
import { layLeads } from "./leads.js";
import { draw } from "./marks.js";

const MOST_PIXELS = 16e6;
const ALIKE = 0.02;

export class Sheet {
  #library;
  #document;
  #task;
  #layer;
  #drawn = 0;
  #lines = [];
  #led = [[], []];
  #letters = [];

  constructor({ library, number, label, width, height }) {
    this.#library = library;
    this.number = number;
    this.label = label;
    this.size = { width, height };
    this.element = document.createElement("div");
    this.element.className = "read-sheet";
    this.element.dataset.page = number;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", `Pagina ${label}`);
    this.element.style.setProperty("--width", width);
    this.element.style.setProperty("--height", height);
    this.marks = document.createElement("div");
    this.marks.className = "read-marks";
    this.marks.setAttribute("aria-hidden", "true");
    this.leads = document.createElement("div");
    this.leads.className = "read-leads";
    this.element.append(this.marks, this.leads);
  }

  set document(opened) {
    this.#document = opened;
  }

  /** Mark these lines; they are drawn at once, and again when the page's own glyphs are known. */
  mark(lines) {
    this.#lines = lines;
    draw(this.marks, this.#lines, this.size, this.#letters);
  }

  /** Lay the references on these lines as links, likewise. */
  lead(lines, leads) {
    this.#led = [lines, leads];
    layLeads(this.leads, lines, leads, this.size, this.#letters);
  }

  /** Draw the page at the size that it has now. */
  async show() {
    const wanted = this.element.clientWidth;
    if (!this.#document || Math.abs(wanted - this.#drawn) < 1) return;
    this.#drawn = wanted;
    this.#task?.cancel();
    try {
      const page = await this.#document.getPage(this.number);
      await this.#draw(page, wanted);
    } catch (error) {
      if (error?.name !== "RenderingCancelledException") throw error;
    }
  }

  async #draw(page, width) {
    const plain = page.getViewport({ scale: 1 });
    this.#checkShape(plain);
    const scale = width / plain.width;
    const sharp = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * plain.height * scale)));
    const viewport = page.getViewport({ scale: scale * sharp });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.setAttribute("aria-hidden", "true");
    this.#task = page.render({ canvas, viewport });
    await this.#task.promise;
    this.element.querySelector("canvas")?.remove();
    this.element.prepend(canvas);
    await this.#layText(page, page.getViewport({ scale }), width);
  }

  /** The text of the page upon its picture, so that it can be selected; and the marks where its glyphs are. */
  async #layText(page, viewport, width) {
    const layer = document.createElement("div");
    layer.className = "read-letters";
    const [left, bottom, right, top] = page.view;
    const across = viewport.rotation % 180 ? top - bottom : right - left;
    this.element.style.setProperty("--total-scale-factor", width / across);
    this.#letters = [];
    this.#layer?.remove();
    this.#layer = layer;
    this.element.append(layer);
    const textContentSource = page.streamTextContent();
    await new this.#library.TextLayer({ textContentSource, container: layer, viewport }).render();
    this.#letters = await glyphsOf(page, this.#library, this.size);
    this.mark(this.#lines);
    this.lead(...this.#led);
    this.element.dataset.ready = "true";
  }

  /** Where the library took a page for another shape, its rectangles would lie on the wrong words. */
  #checkShape(plain) {
    const ours = this.size.width / this.size.height;
    const theirs = plain.width / plain.height;
    if (Math.abs(ours / theirs - 1) < ALIKE) return;
    this.element.style.setProperty("--width", plain.width);
    this.element.style.setProperty("--height", plain.height);
    this.marks.hidden = true;
    this.leads.hidden = true;
  }

  /** Forget what was drawn: a long document must not fill the memory. */
  clear() {
    this.#task?.cancel();
    this.#drawn = 0;
    this.#letters = [];
    this.#layer?.remove();
    this.#layer = undefined;
    this.element.querySelector("canvas")?.remove();
    delete this.element.dataset.ready;
  }
}
