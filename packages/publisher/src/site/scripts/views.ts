// The switch between table and cards on a node's page; the cards of a large node are made when they are first asked for.

/** Without scripts there is the table alone, and no switch. */
export function offerViews(): void {
  for (const tools of document.querySelectorAll<HTMLElement>(".switch")) {
    const section = tools.closest<HTMLElement>("section");
    if (!section) continue;
    tools.hidden = false;
    const buttons = [...tools.querySelectorAll<HTMLButtonElement>("button[data-view]")];
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const template = section.querySelector<HTMLTemplateElement>("template");
        if (button.dataset.view === "cards" && template) template.replaceWith(template.content);
        section.dataset.view = button.dataset.view;
        for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      });
    }
  }
}
