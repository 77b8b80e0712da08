// Marks on a page. A line's rectangle comes from the library and is exact; where in the line a mark begins and
// ends is taken from the page's own glyphs where these say what the line says, else from the number of characters.

const MARKER = 0.6; // of the line's height: smaller figures are raised
const NEAR = 2; // points

/** One printed line: [page, [left, bottom, right, top] in points, [[text, kinds], …]]; kinds `p`, `q` and `w` in a
 * string, later ones upon earlier ones, or names in a list. */

/** Draw the marks of some lines on a page of this size in points, in place of those that are there. */
export function draw(layer, lines, size, letters = []) {
  layer.replaceChildren(...lines.flatMap((line) => boxesOf(line, size, letters)));
}

function boxesOf(line, size, letters) {
  return spansOf(line, letters).map((span) => {
    const mark = document.createElement("div");
    mark.className = `read-mark read-mark-${span.kind}`;
    lay(mark, span, line, size);
    return mark;
  });
}

/** What is marked on a line, each with its kind and where it begins and ends, in points. */
export function spansOf([, box, pieces], letters) {
  return aligned(box, pieces, letters) ?? proportional(box, pieces);
}

/** Put an element upon a part of a line. */
export function lay(element, { left, right }, [, box], size) {
  element.style.left = percent(left / size.width);
  element.style.width = percent((right - left) / size.width);
  element.style.top = percent(1 - box[3] / size.height);
  element.style.height = percent((box[3] - box[1]) / size.height);
}

/** Marked pieces by their share of the line's characters: right to about two characters. */
function proportional(box, pieces) {
  const total = pieces.reduce((sum, [text]) => sum + text.length, 0) || 1;
  const width = box[2] - box[0];
  let at = 0;
  return joined(
    pieces.map(([text, kinds]) => {
      const left = box[0] + (width * at) / total;
      at += text.length;
      return { left, right: box[0] + (width * at) / total, kinds };
    }),
  );
}

/** Marked pieces by the page's letters; undefined where these do not say what the line says. */
function aligned(box, pieces, letters) {
  const wanted = pieces.map(([text]) => bare(text)).join("");
  const near = letters.filter((letter) => liesIn(letter, box)).sort((one, other) => one.left - other.left);
  const printed =
    wanted &&
    [near, near.filter((letter) => !isMarker(letter, box))]
      .map((found) => found.flatMap(bareLetters))
      .find((found) => spelled(found).includes(wanted));
  if (!printed) return undefined;
  let at = spelled(printed).indexOf(wanted);
  return joined(
    pieces.flatMap(([text, kinds]) => {
      const count = bare(text).length;
      const own = printed.slice(at, at + count);
      at += count;
      return count ? [{ left: own[0].left, right: own.at(-1).right, kinds }] : [];
    }),
  );
}

function spelled(letters) {
  return letters.map(({ char }) => char).join("");
}

/** One letter for each that counts: a ligature is two or three at one place, a comma is none. */
function bareLetters(letter) {
  return [...bare(letter.char)].map((char) => ({ ...letter, char }));
}

/** A footnote's number in a line is printed there and is no part of its text. */
function isMarker({ char, height }, box) {
  return /[\d*]/.test(char) && height < MARKER * (box[3] - box[1]);
}

/** Runs of one kind become one: a quote with words marked in it is one rectangle with smaller ones upon it. */
function joined(pieces) {
  const found = [];
  const kinds = new Set(pieces.flatMap((piece) => [...piece.kinds]));
  for (const kind of [...kinds].sort()) {
    let run;
    for (const piece of pieces) {
      if (!piece.kinds.includes(kind)) run = undefined;
      else if (run) run.right = Math.max(run.right, piece.right);
      else found.push((run = { left: piece.left, right: piece.right, kind }));
    }
  }
  return found;
}

function liesIn({ middle, left, right }, box) {
  return middle > box[1] && middle < box[3] && right > box[0] - NEAR && left < box[2] + NEAR;
}

/** Letters and digits only, without case and accents: what a ligature, a hyphen or a space does not change. */
function bare(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function percent(share) {
  return `${(100 * share).toFixed(3)}%`;
}
