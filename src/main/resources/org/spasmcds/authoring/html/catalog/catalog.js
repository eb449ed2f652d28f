"use strict";
(() => {
  const LIMIT = 60;

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  /* Search: every word must be found; a title counts more than an identifier, and that more than the rest. */
  const points = (item, wanted) => {
    let sum = item.k === "Condition" ? 1 : 0;
    for (const word of wanted) {
      const title = item.title.indexOf(word);
      if (title === 0) sum += 8;
      else if (title > 0) sum += 6;
      else if (item.i.includes(word)) sum += 4;
      else if (item.rest.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  };

  const result = (item) => {
    const link = document.createElement("a");
    link.href = item.u;
    const title = document.createElement("b");
    title.textContent = item.t;
    const kind = document.createElement("span");
    kind.className = "soft";
    kind.textContent = item.k + (item.i && item.k === "Source" ? " " + item.i : "");
    link.append(title, " ", kind);
    if (item.l) {
      const level = document.createElement("span");
      level.className = "level " + item.l.toLowerCase().replace(" ", "-");
      level.textContent = item.l;
      link.append(" ", level);
    }
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  };

  const search = (form) => {
    const items = window.catalogItems || [];
    for (const item of items) {
      item.title = item.t.toLowerCase();
      item.rest = item.x.toLowerCase();
    }
    const box = form.querySelector("input");
    const list = form.querySelector("#results");
    const hits = form.querySelector("#hits");
    const show = () => {
      const wanted = words(box.value);
      const found = wanted.length === 0 ? [] : items
        .map((item) => ({ item, sum: points(item, wanted) }))
        .filter((each) => each.sum > 0)
        .sort((one, other) => other.sum - one.sum || one.item.t.localeCompare(other.item.t));
      list.replaceChildren(...found.slice(0, LIMIT).map((each) => result(each.item)));
      hits.textContent = wanted.length === 0 ? "" : found.length === 0 ? "Nothing found."
        : found.length > LIMIT ? "The first " + LIMIT + " of " + found.length + " results."
        : found.length + (found.length === 1 ? " result." : " results.");
    };
    const move = (event, step) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement) + step;
      if (links.length === 0) return;
      event.preventDefault();
      (at < 0 ? box : links[Math.min(at, links.length - 1)]).focus();
    };
    form.hidden = false;
    box.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const first = list.querySelector("a");
      if (first) first.click();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") move(event, 1);
      else if (event.key === "ArrowUp") move(event, -1);
      else if (event.key === "Escape") {
        box.value = "";
        show();
        box.focus();
      }
    });
    if (box.value) show();
  };

  const filter = (form) => {
    const rows = [...document.querySelectorAll("table.filtered tbody tr")];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const status = form.querySelector("[role=status]");
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("input").addEventListener("input", (event) => {
      const wanted = words(event.target.value);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !wanted.every((word) => texts[at].includes(word));
        if (!row.hidden) shown++;
      });
      status.textContent = wanted.length === 0 ? "" : shown + " of " + rows.length + " rows.";
    });
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const key = (row, column) => {
      const cell = row.cells[column];
      return cell.dataset.sort === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.sort);
    };
    const compare = (one, other) => (typeof one === "number" ? one - other : one.localeCompare(other));
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
        const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
        rows.sort((one, other) => direction * compare(one.key, other.key));
        body.append(...rows.map((each) => each.row));
      });
    });
  };

  /* Drawing: the name that is pointed at, its lines, and what they lead to. */
  const drawing = (svg) => {
    const light = (event) => {
      const node = event.target.closest("[data-node]");
      if (!node) return;
      const id = node.dataset.node;
      const on = new Set([id]);
      for (const path of svg.querySelectorAll("path")) {
        const touches = path.dataset.from === id || path.dataset.to === id;
        path.classList.toggle("on", touches);
        if (touches) on.add(path.dataset.from).add(path.dataset.to);
      }
      for (const each of svg.querySelectorAll("[data-node]")) each.classList.toggle("on", on.has(each.dataset.node));
      svg.classList.add("lit");
    };
    const off = () => svg.classList.remove("lit");
    svg.addEventListener("pointerover", light);
    svg.addEventListener("focusin", light);
    svg.addEventListener("pointerout", off);
    svg.addEventListener("focusout", off);
  };

  /* Paper shows what the screen folds away. */
  const folded = [];
  window.addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details:not([open])")) {
      each.open = true;
      folded.push(each);
    }
  });
  window.addEventListener("afterprint", () => folded.splice(0).forEach((each) => { each.open = false; }));

  /* A link into a folded part opens it. */
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && target.closest("details");
    if (part) part.open = true;
  };
  window.addEventListener("hashchange", unfold);
  unfold();

  document.querySelectorAll("#search").forEach(search);
  document.querySelectorAll(".filter").forEach(filter);
  document.querySelectorAll("table.sortable").forEach(sortable);
  document.querySelectorAll(".graph svg").forEach(drawing);
})();
