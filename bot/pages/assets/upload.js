// While files are on their way the button says so and cannot be tapped again.

const form = document.querySelector("form");

form?.addEventListener("submit", () => {
  const button = form.querySelector("button");
  button.disabled = true;
  button.textContent = form.dataset.sending;
});
// A page that is gone back to can send again.
addEventListener("pageshow", (event) => event.persisted && location.reload());
