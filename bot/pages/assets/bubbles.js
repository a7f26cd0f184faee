// The conversation as it is shown: bubbles of what was said, and below them what is being sent.

import { setMarkup } from "./markup.js";

const byId = (id) => document.getElementById(id);
const [log, waiting, scroll, newer] = ["log", "waiting", "scroll", "newer"].map(byId);

export class Bubbles {
  #texts;
  #here;
  #onPress;

  // `here` is the chat's address, below which its pictures stand.
  constructor(texts, here, onPress) {
    this.#texts = texts;
    this.#here = here;
    this.#onPress = onPress;
    newer.addEventListener("click", () => this.toEnd());
    scroll.addEventListener("scroll", () => {
      if (this.atEnd()) newer.hidden = true;
    });
  }

  atEnd() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  }

  toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
    newer.hidden = true;
  }

  clear() {
    log.replaceChildren();
    log.setAttribute("aria-busy", "true");
    delete log.dataset.day;
  }

  // ---- What was said.

  add(event) {
    const follow = this.atEnd();
    if (event.kind === "edit") this.#edit(event);
    else this.#append(event);
    if (follow) this.toEnd();
    else newer.hidden = false;
  }

  #append(event) {
    this.#appendDay(event.day);
    const own = event.kind === "echo";
    const bubble = this.#bubble(own);
    bubble.dataset.id = event.id;
    bubble.querySelector("time").textContent = event.time ?? "";
    if (event.kind === "chart") this.#addPicture(bubble, event);
    else if (event.kind === "file") this.#addFile(bubble, event);
    else if (own) bubble.querySelector(".words").textContent = event.text;
    else setMarkup(bubble.querySelector(".words"), event.text);
    if (event.choices?.length) this.#addChoices(bubble, event);
    log.append(bubble);
  }

  #appendDay(day) {
    if (!day || log.dataset.day === day) return;
    log.dataset.day = day;
    const line = document.createElement("p");
    line.className = "day";
    line.textContent = day;
    log.append(line);
  }

  // A photo is shown above its caption; any other file is its caption, to be tapped.
  #addFile(bubble, { id, text, picture }) {
    const address = `${this.#here}/attachment/${id}`;
    if (picture) this.#addImage(bubble, address, text);
    const link = this.#link(address);
    link.textContent = text;
    bubble.querySelector(".words").append(link);
  }

  #link(address) {
    const link = document.createElement("a");
    link.href = address;
    link.target = "_blank";
    return link;
  }

  #addPicture(bubble, { id, text, version }) {
    this.#addImage(bubble, `${this.#here}/picture/${id}?${version}`, text);
  }

  #addImage(bubble, address, text) {
    const link = this.#link(address);
    const picture = document.createElement("img");
    picture.alt = text;
    const follow = this.atEnd();
    picture.addEventListener("load", () => {
      // Its height was not known before. The words above it, with their choices, stay in sight;
      // scrollIntoView would move the whole page on a phone, not only the talk.
      const words = bubble.previousElementSibling ?? bubble;
      if (follow && log.lastElementChild === bubble) {
        scroll.scrollTop += words.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
      }
    });
    picture.addEventListener("error", () => link.remove()); // the caption's link says why
    picture.src = link.href;
    link.append(picture);
    bubble.classList.add("picture");
    bubble.querySelector(".words").append(link);
  }

  #addChoices(bubble, { id, token, choices }) {
    log.querySelector(".newest")?.classList.remove("newest");
    bubble.classList.add("newest");
    const set = bubble.querySelector(".choices");
    set.hidden = false;
    set.setAttribute("aria-label", this.#texts["web-choices"]);
    for (const { key, caption } of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = caption;
      button.dataset.key = key;
      button.addEventListener("click", () => {
        if (button.ariaDisabled !== "true") this.#onPress({ token, key, message: String(id) });
      });
      set.append(button);
    }
  }

  #edit({ message, text }) {
    const bubble = this.#said(message);
    if (!bubble) return;
    const set = bubble.querySelector(".choices");
    if (set.contains(document.activeElement)) {
      bubble.tabIndex = -1; // the next Tab goes on from here, to the next question's buttons
      bubble.focus({ preventScroll: true });
    }
    set.replaceChildren();
    set.hidden = true;
    bubble.classList.remove("newest");
    setMarkup(bubble.querySelector(".words"), text);
  }

  #said(id) {
    return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  #bubble(own) {
    const bubble = byId("bubble").content.firstElementChild.cloneNode(true);
    bubble.classList.add(own ? "own" : "bot");
    const speaker = this.#texts[own ? "web-from-person" : "web-from-bot"];
    bubble.querySelector(".speaker").textContent = `${speaker} `;
    return bubble;
  }

  // ---- Buttons that were pressed.

  markPressed({ message, key }, pressed) {
    for (const button of this.#said(message)?.querySelectorAll(".choices button") ?? []) {
      button.setAttribute("aria-disabled", String(pressed));
      button.classList.toggle("pressed", pressed && button.dataset.key === key);
    }
  }

  // ---- What is being sent.

  wait(item) {
    const bubble = this.#bubble(true);
    bubble.dataset.of = item.id;
    bubble.querySelector(".words").textContent = item.text ?? item.file.name;
    if (item.file) bubble.querySelector(".foot").before(document.createElement("progress"));
    waiting.append(bubble);
    this.toEnd();
  }

  setState(id, text, failed = false) {
    const bubble = this.#waits(id);
    if (!bubble) return;
    bubble.classList.toggle("failed", failed);
    const state = bubble.querySelector(".state");
    if (state.textContent !== text) state.textContent = text;
  }

  setProgress(id, share) {
    const bar = this.#waits(id)?.querySelector("progress");
    if (bar) bar.value = share;
  }

  endProgress(id) {
    this.#waits(id)?.querySelector("progress")?.remove();
  }

  offerDiscard(id, onDiscard) {
    const bubble = this.#waits(id);
    if (!bubble || bubble.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.#texts["web-discard"];
    button.addEventListener("click", onDiscard);
    bubble.querySelector(".foot").append(button);
  }

  forget(id) {
    this.#waits(id)?.remove();
  }

  #waits(id) {
    return waiting.querySelector(`[data-of="${CSS.escape(id)}"]`);
  }
}
