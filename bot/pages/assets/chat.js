// The chat page. What was said comes as events and is the only source of the conversation, so that a
// reload shows the same again; what the person says waits in a queue until the server has it.

import { Bubbles } from "./bubbles.js";
import { Queue } from "./queue.js";
import { Stream } from "./stream.js";

const byId = (id) => document.getElementById(id);
const [form, words, file, complaint, connection] =
  ["form", "words", "file", "complaint", "connection"].map(byId);
const texts = JSON.parse(document.body.dataset.texts);
const longest = Number(document.body.dataset.longest);
const largest = Number(document.body.dataset.largest);
const here = location.pathname.replace(/\/$/, "");
const { who, proof } = document.body.dataset;
const draft = `draft:${who}`; // words half typed are the person's, and nobody else's in this tab

const received = new Set();
const bubbles = new Bubbles(texts, here, (choice) => send(choice));

const queue = new Queue({ here, who, proof }, {
  sending: ({ id }) => bubbles.setState(id, texts["web-sending"]),
  progress: ({ id }, share) => bubbles.setProgress(id, share),
  waits(item) {
    bubbles.setState(item.id, texts["web-waits"]);
    if (item.file) bubbles.offerDiscard(item.id, () => forget(item.id));
  },
  settled(item, problem) {
    bubbles.endProgress(item.id);
    // The answer takes a pressed button away; where it does not, it can be pressed again.
    if (item.key) setTimeout(() => bubbles.markPressed(item, false), 1500);
    if (problem === null) return leaveSoon(item.id);
    complaint.textContent = problem || texts["web-refused"];
    bubbles.setState(item.id, complaint.textContent, true);
  },
  ended: leave,
});

const stream = new Stream(`${here}/events`, {
  said(event) {
    bubbles.add(event);
    if (event.of) forget(event.of);
    queue.items.filter(({ message }) => message === String(event.id)).forEach(show);
  },
  live() {
    connection.textContent = "";
    byId("log").setAttribute("aria-busy", "false");
    received.forEach(forget); // what is to be seen of them is in the conversation now
    queue.flush();
  },
  lost() {
    if (!connection.textContent) connection.textContent = connection.dataset.lost;
  },
  anew: () => bubbles.clear(),
  ended: leave,
});

// Who is signed in here has changed. Words that were not sent wait as a draft for the same person.
function leave() {
  const unsent = queue.items.map(({ text }) => text);
  queue.clear();
  sessionStorage.setItem(draft, [...unsent, words.value].filter(Boolean).join("\n"));
  location.replace(here || "/");
}

function show(item) {
  if (item.key) bubbles.markPressed(item, true);
  else bubbles.wait(item);
}

function send(content) {
  const item = { id: crypto.randomUUID(), ...content };
  complaint.textContent = "";
  show(item);
  queue.add(item);
}

function forget(id) {
  received.delete(id);
  queue.drop(id);
  bubbles.forget(id);
}

// What was received is in the conversation, unless the server chose not to repeat it: then it goes.
function leaveSoon(id) {
  received.add(id);
  setTimeout(() => connection.textContent || forget(id), 1500);
}

function say(text) {
  complaint.textContent = text.length > longest ? texts["web-too-long"] : "";
  if (complaint.textContent || !text.trim()) return false;
  send({ text: text.trim() });
  return true;
}

function attach(chosen) {
  complaint.textContent = mistakeOf(chosen);
  if (!complaint.textContent) send({ file: chosen });
}

function mistakeOf({ name, size }) {
  const ending = name.slice(name.lastIndexOf(".")).toLowerCase();
  if (!file.accept.split(",").includes(ending)) return texts["web-file-type"];
  if (size > largest) return texts["web-file-too-large"];
  return size ? "" : texts["web-empty"];
}

function fit() {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
  sessionStorage.setItem(draft, words.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!say(words.value)) return;
  words.value = "";
  fit();
});
words.addEventListener("input", fit);
words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
byId("attach").addEventListener("click", () => file.click());
file.addEventListener("change", () => {
  [...file.files].forEach(attach);
  file.value = "";
});
for (const button of document.querySelectorAll("[data-say]")) {
  button.addEventListener("click", () => say(button.dataset.say));
}
// A phone's keyboard covers the page in some browsers: then the page is as high as what is seen.
visualViewport?.addEventListener("resize", () => {
  const follow = bubbles.atEnd();
  document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
  if (follow) bubbles.toEnd();
});

words.value ||= sessionStorage.getItem(draft) ?? ""; // somebody may have typed before this ran
fit();
document.querySelectorAll("button:disabled").forEach((button) => (button.disabled = false));
queue.items.forEach(show);
if (matchMedia("(hover: hover)").matches) words.focus();
stream.listen();
queue.flush();
