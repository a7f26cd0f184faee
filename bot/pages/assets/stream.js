// The stream of what was said. It comes back by itself after the last event it gave, so that nothing
// is lost or doubled; a hidden tab holds no stream, for a browser opens only a few at once.

const SILENCE = 50_000; // longer than two of the server's signs of life

export const growing = (failures) => Math.min(10_000, 400 * 2 ** failures);

export class Stream {
  #address;
  #on;
  #source = null;
  #last = 0;
  #edition = null;
  #failures = 0;
  #alarm = 0;

  // `on` has said(event), live(), lost(), anew() and ended().
  constructor(address, on) {
    this.#address = address;
    this.#on = on;
    document.addEventListener("visibilitychange", () => this.#follow());
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", () => this.listen());
    addEventListener("offline", () => this.#lose());
    addEventListener("online", () => {
      this.#failures = 0;
      this.listen();
    });
  }

  listen() {
    if (this.#source || document.visibilityState === "hidden") return;
    this.#source = new EventSource(`${this.#address}?after=${this.#last}`);
    this.#source.addEventListener("hello", ({ data }) => this.#greet(JSON.parse(data).edition));
    this.#source.addEventListener("said", ({ data }) => this.#take(JSON.parse(data)));
    this.#source.addEventListener("live", () => {
      this.#watch();
      this.#failures = 0;
      this.#on.live();
    });
    this.#source.addEventListener("ended", () => {
      this.#close();
      this.#on.ended();
    });
    this.#source.addEventListener("error", () => this.#lose());
    this.#watch();
  }

  #follow() {
    if (document.visibilityState === "hidden") this.#close();
    else this.listen();
  }

  #close() {
    clearTimeout(this.#alarm);
    this.#source?.close();
    this.#source = null;
  }

  #watch() {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#lose(), SILENCE);
  }

  #lose() {
    this.#close();
    this.#on.lost();
    this.#alarm = setTimeout(() => this.listen(), growing(this.#failures++));
  }

  #greet(edition) {
    this.#watch();
    const anew = this.#edition !== null && this.#edition !== edition;
    this.#edition = edition;
    if (!anew) return;
    // The server began anew, and its ids may have: read everything again.
    this.#last = 0;
    this.#close();
    this.#on.anew();
    this.listen();
  }

  #take(event) {
    this.#watch();
    if (event.id <= this.#last) return;
    this.#last = event.id;
    this.#on.said(event);
  }
}
