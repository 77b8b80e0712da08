// /beheer: files can be dropped, sending shows how far it is, and what changes on the server shows here.
// Without this module the same page works: choose files, press the button, press "Ververs".

const form = document.querySelector("[data-drop]");
const told = document.querySelector("[data-told]");

if (form) {
  prepareDrop(form);
}
if (document.querySelector("[data-open]")) {
  follow();
}

function prepareDrop(form) {
  const input = form.querySelector("input[type=file]");
  form.querySelector("[data-drop-hint]").hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("manage-drop--over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) {
      form.classList.remove("manage-drop--over");
    }
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("manage-drop--over");
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, input);
  });
}

function send(form, input) {
  const request = new XMLHttpRequest(); // fetch cannot tell how much was sent
  const sending = form.querySelector("[data-sending]");
  const bar = sending.querySelector("progress");
  const button = form.querySelector("button");
  form.querySelector("[data-drop-problem]").hidden = true;
  sending.hidden = false;
  button.disabled = true;
  const number = input.files.length;
  say(`${number} ${number === 1 ? "bestand wordt" : "bestanden worden"} verzonden.`);
  request.upload.addEventListener("progress", (event) => {
    bar.value = event.lengthComputable ? Math.round((100 * event.loaded) / event.total) : 0;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      location.assign("/beheer#uploads");
      location.reload();
    } else {
      failed("De dienst nam de bestanden niet aan. Ververs de pagina en probeer het opnieuw.");
    }
  });
  request.addEventListener("error", () => {
    failed("De verbinding werd verbroken. Kijk of de dienst bereikbaar is en probeer het opnieuw.");
  });
  request.open("POST", form.action);
  request.send(new FormData(form));

  function failed(why) {
    sending.hidden = true;
    button.disabled = false;
    const problem = form.querySelector("[data-drop-problem]");
    problem.textContent = why;
    problem.hidden = false;
  }
}

function follow() {
  const events = new EventSource("/beheer/voortgang");
  document.documentElement.dataset.live = "";
  events.addEventListener("upload", (event) => {
    const { id, html, told } = JSON.parse(event.data);
    const shown = document.getElementById(`upload-${id}`);
    if (shown) {
      update(shown, parsed(html));
      say(told);
    }
  });
  events.addEventListener("end", (event) => {
    events.close();
    delete document.documentElement.dataset.live;
    document.getElementById("volledigheid").replaceWith(parsed(JSON.parse(event.data).html));
  });
  addEventListener("pagehide", () => events.close());
}

// Only parts that changed are replaced, so that focus stays where it is and an opened part stays open.
function update(shown, fresh) {
  const parts = (of) => [...of.querySelectorAll("[data-part]")];
  const before = parts(shown);
  const after = parts(fresh);
  shown.toggleAttribute("data-open", fresh.hasAttribute("data-open"));
  if (before.map((part) => part.dataset.part).join() !== after.map((part) => part.dataset.part).join()) {
    shown.replaceWith(fresh);
    return;
  }
  before.forEach((part, place) => {
    if (source(part) !== source(after[place])) {
      replace(part, after[place]);
    }
  });
}

function source(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("details").forEach((details) => details.removeAttribute("open"));
  return copy.innerHTML;
}

function replace(part, fresh) {
  const open = part.querySelector(".manage-confirm")?.open;
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const mark = focused && (focused.getAttribute("aria-label") ?? focused.textContent);
  part.replaceWith(fresh);
  const confirm = fresh.querySelector(".manage-confirm");
  if (confirm && open) {
    confirm.open = true;
  }
  if (focused) {
    const same = (one) => (one.getAttribute("aria-label") ?? one.textContent) === mark;
    [...fresh.querySelectorAll("a, button, summary")].find(same)?.focus();
  }
}

// A live region is only changed when there is something new to hear.
function say(sentence) {
  if (told && told.textContent !== sentence) {
    told.textContent = sentence;
  }
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim(); // made by our own templates, which escape all that is not ours
  return template.content.firstElementChild;
}
