// Where each letter of a page is drawn. The text layer sets text in a font of the browser's own and stretches each run
// to its length: right at the ends of a run, not within it. So the drawing of the page itself is followed: the text
// state of PDF (ISO 32000-2, 9.3 and 9.4), as far as places depend on it.

const THOUSANDTH = 0.001;
const MIDDLE = 0.3; // of the type size above the base line: within the letters, whatever they are

/** The letters of a page, each with its place in points of a page of this size, origin at the lower left. */
export async function glyphsOf(page, { OPS }, size) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const seen = page.getViewport({ scale: 1 });
  const pen = new Pen(page, seen.transform, size.width / seen.width, size.height / seen.height, size.height);
  const deeds = {
    [OPS.save]: () => pen.save(),
    [OPS.restore]: () => pen.restore(),
    [OPS.transform]: (...matrix) => pen.transform(matrix),
    [OPS.paintFormXObjectBegin]: (matrix) => pen.enter(matrix),
    [OPS.paintFormXObjectEnd]: () => pen.restore(),
    [OPS.beginText]: () => pen.setMatrix([1, 0, 0, 1, 0, 0]),
    [OPS.setTextMatrix]: (matrix) => pen.setMatrix(matrix),
    [OPS.setFont]: (font, points) => pen.set({ font, points }),
    [OPS.setCharSpacing]: (spacing) => pen.set({ spacing }),
    [OPS.setWordSpacing]: (wordSpacing) => pen.set({ wordSpacing }),
    [OPS.setHScale]: (percent) => pen.set({ stretch: percent / 100 }),
    [OPS.setLeading]: (leading) => pen.set({ leading: -leading }),
    [OPS.setTextRise]: (rise) => pen.set({ rise }),
    [OPS.moveText]: (x, y) => pen.move(x, y),
    [OPS.setLeadingMoveText]: (x, y) => pen.set({ leading: y }).move(x, y),
    [OPS.nextLine]: () => pen.move(0, pen.state.leading),
    [OPS.showText]: (glyphs) => pen.write(glyphs),
  };
  for (const [index, operator] of fnArray.entries()) deeds[operator]?.(...(argsArray[index] ?? []));
  return pen.letters;
}

class Pen {
  letters = [];
  #page;
  #view;
  #stack = [];
  state = {
    matrix: [1, 0, 0, 1, 0, 0],
    text: [1, 0, 0, 1, 0, 0],
    points: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    line: [0, 0],
    at: [0, 0],
  };

  constructor(page, view, across, up, height) {
    this.#page = page;
    this.#view = ([x, y]) => {
      const [seenX, seenY] = applied(view, x, y);
      return [seenX * across, height - seenY * up];
    };
  }

  save() {
    this.#stack.push({ ...this.state });
  }

  restore() {
    this.state = this.#stack.pop() ?? this.state;
  }

  transform(matrix) {
    this.state.matrix = product(this.state.matrix, matrix);
  }

  enter(matrix) {
    this.save();
    if (matrix) this.transform(matrix);
  }

  set(changes) {
    this.state = { ...this.state, ...changes };
    return this;
  }

  setMatrix(text) {
    this.set({ text, line: [0, 0], at: [0, 0] });
  }

  move(x, y) {
    const line = [this.state.line[0] + x, this.state.line[1] + y];
    this.set({ line, at: line });
  }

  write(glyphs) {
    const { points, spacing, wordSpacing, stretch } = this.state;
    const unit = points * (this.#font()?.fontMatrix?.[0] ?? THOUSANDTH);
    let [x, y] = this.state.at;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        x -= glyph * points * THOUSANDTH * stretch;
      } else if (glyph) {
        const width = glyph.width * unit * stretch;
        if (glyph.unicode) this.#put(glyph.unicode, x, x + width, y);
        x += width + (spacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
      }
    }
    this.set({ at: [x, y] });
  }

  #font() {
    const { font } = this.state;
    return font && this.#page.commonObjs.has(font) ? this.#page.commonObjs.get(font) : undefined;
  }

  #put(char, from, to, base) {
    const { matrix, text, rise, points } = this.state;
    const whole = product(matrix, text);
    const height = base + rise + MIDDLE * points;
    const [left, middle] = this.#view(applied(whole, from, height));
    const [right] = this.#view(applied(whole, to, height));
    const [, top] = this.#view(applied(whole, from, base + rise + points));
    const [, bottom] = this.#view(applied(whole, from, base + rise));
    this.letters.push({ char, left, right, middle, height: Math.abs(top - bottom) });
  }
}

function applied([a, b, c, d, e, f], x, y) {
  return [a * x + c * y + e, b * x + d * y + f];
}

function product(one, other) {
  const [a, b] = linear(one, other[0], other[1]);
  const [c, d] = linear(one, other[2], other[3]);
  return [a, b, c, d, ...applied(one, other[4], other[5])];
}

function linear([a, b, c, d], x, y) {
  return [a * x + c * y, b * x + d * y];
}
