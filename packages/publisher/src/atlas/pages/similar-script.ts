// Chooses similar cities on a common indicator's page: those of one kind and size; without the script all are there.

/** As the page runs it. */
export const similarScript = `(() => {
  "use strict";
  const select = document.getElementById("like");
  const said = document.getElementById("shown");
  if (!select || !said) return;
  select.closest("p").hidden = false;
  const all = [...document.querySelectorAll("[data-code]")];
  const choose = () => {
    const model = all.find((one) => one.dataset.code === select.value);
    const codes = new Set();
    for (const one of all) {
      const fits = !model || (one.dataset.kind === model.dataset.kind && one.dataset.size === model.dataset.size);
      one.hidden = !fits;
      if (fits) codes.add(one.dataset.code);
    }
    said.textContent = select.dataset.shown.replace("{n}", codes.size);
  };
  select.addEventListener("change", choose);
  if (select.value) choose();
})();
`;
