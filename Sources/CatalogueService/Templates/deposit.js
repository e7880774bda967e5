// Finds concepts without their marks, and completes tags, in the deposit form. The form does all it does without this, too.
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const most = 40;
  for (const box of document.querySelectorAll("input[data-concepts]")) {
    const all = [...(box.list ? box.list.options : [])].map((option) => option.value);
    if (all.length === 0) continue;
    const keys = all.map(plain);
    const list = document.createElement("datalist");
    list.id = box.id + "-found";
    box.after(list);
    const show = () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      const found = all.filter((_, index) => words.every((word) => keys[index].includes(word))).slice(0, most);
      // The browser shows only what holds the text as it was typed; the label says which concept it is.
      list.replaceChildren(...found.map((text) => {
        const option = document.createElement("option");
        option.value = text;
        if (!text.toLowerCase().includes(box.value.toLowerCase())) option.label = box.value + " → " + text;
        return option;
      }));
    };
    box.addEventListener("input", show);
    box.addEventListener("focus", () => { show(); box.setAttribute("list", list.id); }, { once: true });
  }
  for (const box of document.querySelectorAll("input[data-tags]")) {
    const list = document.createElement("datalist");
    list.id = box.id + "-tags";
    box.after(list);
    box.setAttribute("list", list.id);
    const address = box.dataset.tags;
    let timer = 0;
    box.addEventListener("input", () => {
      clearTimeout(timer);
      const typed = box.value;
      const comma = typed.lastIndexOf(",");
      const before = typed.slice(0, comma + 1);
      const last = typed.slice(comma + 1).trim();
      if (last.length < 2) return;
      timer = setTimeout(() => {
        fetch(address + (address.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(last))
          .then((answer) => (answer.ok ? answer.json() : { tags: [] }))
          .then((answer) => {
            if (typed !== box.value) return;
            list.replaceChildren(...answer.tags.map((tag) => {
              const option = document.createElement("option");
              option.value = (before ? before + " " : "") + tag.name;
              return option;
            }));
          })
          .catch(() => {});
      }, 150);
    });
  }
  // Proposes subjects, levels, audiences and keywords from the title and the description; a click takes one over.
  for (const form of document.querySelectorAll("form[data-suggest]")) {
    const title = form.elements.namedItem("name");
    const description = form.elements.namedItem("description");
    if (!title || !description) continue;
    let asked = "";
    let timer = 0;
    const boxes = (field) => [...form.querySelectorAll("input")].filter((box) => box.name === field);
    const take = (field, value) => {
      const [first] = boxes(field);
      if (field === "keywords") {
        const held = first.value.split(",").map((word) => word.trim()).filter(Boolean);
        if (!held.includes(value)) first.value = [...held, value].join(", ");
        first.focus();
        return;
      }
      if (boxes(field).some((box) => box.value === value)) return;
      const free = boxes(field).find((box) => box.value.trim() === "");
      if (free) { free.value = value; free.focus(); }
    };
    // What stands beside the fields needs no list and no button below them.
    for (const button of form.querySelectorAll("[data-unscripted]")) button.remove();
    const show = (suggestions) => {
      for (const old of form.querySelectorAll(".proposed, .proposals")) old.remove();
      for (const field of new Set(suggestions.map((suggestion) => suggestion.field))) {
        const all = boxes(field);
        if (all.length === 0) continue;
        const line = document.createElement("p");
        line.className = "proposed hint";
        line.setAttribute("role", "status");
        line.append(form.dataset.label + ": ");
        for (const suggestion of suggestions.filter((other) => other.field === field)) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "small";
          button.textContent = suggestion.value + " (" + suggestion.sure + ")";
          if (suggestion.because) button.title = form.dataset.because + " " + suggestion.because;
          button.addEventListener("click", () => take(field, suggestion.value));
          line.append(button, " ");
        }
        all[all.length - 1].after(line);
      }
    };
    const ask = () => {
      const keywords = form.elements.namedItem("keywords")?.value ?? "";
      const text = title.value + "\n" + description.value + "\n" + keywords;
      if (text === asked || title.value.trim().length < 4) return;
      asked = text;
      const address = form.dataset.suggest + (form.dataset.suggest.includes("?") ? "&" : "?")
        + new URLSearchParams({ title: title.value, description: description.value.slice(0, 1500), keywords });
      fetch(address, { headers: { Accept: "application/json" } })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((answer) => { if (answer && text === asked) show(answer.suggestions); })
        .catch(() => {});
    };
    for (const box of [title, description]) {
      box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 600); });
      box.addEventListener("change", ask);
    }
    ask();
  }
  const faults = document.getElementById("faults");
  if (faults) faults.focus();
})();
