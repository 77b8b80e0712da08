// Copies a citation in two flavours, text and HTML, with one click; see templates/parts/passage.html.

const SHOWN = 2500; // milliseconds
const told = document.createElement("p");
told.className = "bz-hidden";
told.setAttribute("role", "status");
document.body.append(told);

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.copy === undefined) return;
  event.preventDefault();
  const plain = form.dataset.copy;
  const rich = form.querySelector("template").innerHTML;
  if (await copy(plain, rich)) {
    tell(form.querySelector("button"));
  } else {
    form.submit(); // the page where the text can be copied by hand
  }
});

/** Tells whether the clipboard was written. */
async function copy(plain, rich) {
  try {
    const flavours = { "text/plain": plain, "text/html": rich };
    const blobs = Object.entries(flavours).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyOnEvent(plain, rich);
  }
}

/** Pages that are not served over HTTPS have no Clipboard API; there the old command still works. */
function copyOnEvent(plain, rich) {
  let written = false;
  const write = (event) => {
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", rich);
    event.preventDefault();
    written = true;
  };
  document.addEventListener("copy", write, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", write);
  return written;
}

function tell(button) {
  told.textContent = "";
  requestAnimationFrame(() => {
    told.textContent = "Het citaat is gekopieerd, met bron en vaste link.";
  });
  button.classList.add("bz-copy--done");
  clearTimeout(button.timer);
  button.timer = setTimeout(() => button.classList.remove("bz-copy--done"), SHOWN);
}
