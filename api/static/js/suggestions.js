// A field with suggestions: an editable combobox with a list (ARIA Authoring Practices, W3C).

let numbered = 0;

/** Suggestions under a field; choosing one sends its form. */
export class Combobox {
  #input;
  #ask;
  #patience;
  #list = document.createElement("ul");
  #at = -1;
  #timer;
  #asked = new AbortController();

  /**
   * @param {HTMLInputElement} input The field; its parent is where the list is placed.
   * @param {(typed: string, signal: AbortSignal) => Promise<{text: string, told: string}[]>} ask
   * @param {number} patience Milliseconds to wait after the last letter.
   */
  constructor(input, ask, patience) {
    this.#input = input;
    this.#ask = ask;
    this.#patience = patience;
    this.#list.id = `suggesties-${(numbered += 1)}`;
    this.#list.className = "bz-suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Suggesties");
    this.#list.hidden = true;
    input.after(this.#list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    }))
      input.setAttribute(name, value);
    input.addEventListener("input", () => this.#wait());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    input.form?.addEventListener("submit", () => this.#close());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#choose(option);
    });
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), this.#patience);
  }

  async #show() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const typed = this.#input.value;
    try {
      const found = typed.trim().length < 2 ? [] : await this.#ask(typed, this.#asked.signal);
      if (typed === this.#input.value && document.activeElement === this.#input) this.#fill(found);
    } catch {
      this.#close(); // no suggestions: the field works as before
    }
  }

  #fill(found) {
    this.#list.replaceChildren(...found.map((one, place) => this.#option(one, place)));
    this.#mark(-1);
    this.#open(found.length > 0);
  }

  #option({ text, told }, place) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.text = text;
    option.append(text);
    if (told) {
      const kind = document.createElement("span");
      kind.className = "bz-soft";
      kind.textContent = told;
      option.append(" ", kind);
    }
    return option;
  }

  #key(event) {
    const count = this.#list.children.length;
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault(); // the first Escape closes the list, the second empties the field
      this.#close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      this.#open(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#mark(((this.#at + 1 + step + count + 1) % (count + 1)) - 1); // one place more: the field itself
    } else if (event.key === "Enter" && this.#at >= 0 && !this.#list.hidden) {
      event.preventDefault();
      this.#choose(this.#list.children[this.#at]);
    }
  }

  #mark(place) {
    this.#list.children[this.#at]?.setAttribute("aria-selected", "false");
    this.#at = place;
    const option = this.#list.children[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #choose(option) {
    this.#input.value = option.dataset.text;
    this.#close();
    this.#input.form.requestSubmit();
  }

  #open(open) {
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#mark(-1);
    this.#open(false);
  }
}
