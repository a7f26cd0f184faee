// What the person said and the server does not have for certain yet: sent in order, one at a time,
// each with the id it keeps, so that sending it twice is receiving it once.

import { growing } from "./stream.js";

const PATIENCE = 30_000;

export class Queue {
  #here;
  #who;
  #proof;
  #on;
  #items;
  #flushing = false;
  #failures = 0;
  #alarm = 0;

  // `on` has sending(item), progress(item, share), waits(item), settled(item, problem) and ended().
  // What waits is kept for `who` speaks, and `proof` tells the server that our own page sent it.
  constructor({ here, who, proof }, on) {
    this.#here = here;
    this.#who = who;
    this.#proof = proof;
    this.#on = on;
    this.#items = JSON.parse(sessionStorage.getItem(this.#store) ?? "[]");
    addEventListener("online", () => {
      this.#failures = 0;
      this.flush();
    });
  }

  get items() {
    return [...this.#items];
  }

  add(item) {
    this.#items.push(item);
    this.#save();
    this.flush();
  }

  drop(id) {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#save();
  }

  clear() {
    this.#items = [];
    this.#save();
  }

  async flush() {
    if (this.#flushing) return;
    this.#flushing = true;
    clearTimeout(this.#alarm);
    while (this.#items.length) {
      const item = this.#items[0];
      this.#on.sending(item);
      const { status, problem } = await (item.file ? this.#upload(item) : this.#post(item));
      if (status === 401) return this.#on.ended();
      if (status === 0 || status === 429 || status >= 500) {
        this.#on.waits(item);
        this.#alarm = setTimeout(() => this.flush(), growing(this.#failures++));
        break;
      }
      this.#failures = 0;
      this.drop(item.id);
      this.#on.settled(item, status < 400 ? null : (problem ?? ""));
    }
    this.#flushing = false;
  }

  get #store() {
    return `queue:${this.#who}`;
  }

  #save() {
    // A file cannot be kept over a reload.
    const kept = this.#items.filter((item) => !item.file);
    sessionStorage.setItem(this.#store, JSON.stringify(kept));
  }

  async #post(item) {
    try {
      const answer = await fetch(`${this.#here}/say`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Baocao-Page": this.#proof },
        body: JSON.stringify(item),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return { status: answer.status, problem: problemIn(await answer.text()) };
    } catch {
      return { status: 0 };
    }
  }

  #upload(item) {
    const body = new FormData();
    body.append("id", item.id);
    body.append("file", item.file, item.file.name);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.#here}/file`);
      request.setRequestHeader("X-Baocao-Page", this.#proof);
      request.upload.addEventListener("progress", ({ loaded, total }) =>
        this.#on.progress(item, total ? loaded / total : 0),
      );
      request.addEventListener("loadend", () =>
        resolve({ status: request.status, problem: problemIn(request.responseText) }),
      );
      request.send(body);
    });
  }
}

function problemIn(body) {
  try {
    return JSON.parse(body).problem;
  } catch {
    return undefined;
  }
}
