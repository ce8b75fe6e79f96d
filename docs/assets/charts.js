// The values of a chart over time, date by date: by finger or pointer on the drawing, by the handle below it,
// by arrow keys, and as the handle's spoken value. Without scripts the table below says the same.

const SVG = "http://www.w3.org/2000/svg";
const HANDLE = 24;

// Each date of a drawing with its place across and what each series says of it.
const stopsOf = (svg) => {
  const stops = new Map();
  const groups = [...svg.querySelectorAll("g[data-label]")];
  for (const group of groups) {
    for (const mark of group.querySelectorAll(".chart-mark, .chart-bar, .chart-range")) {
      const [date, ...rest] = mark.querySelector("title").textContent.split(": ");
      const box = mark.getBBox();
      const stop = stops.get(date) ?? { date, x: box.x + box.width / 2, told: [], marks: [] };
      const name = groups.length > 1 ? `${group.dataset.label}: ` : "";
      stop.told.push(name + rest.join(": "));
      stop.marks.push(mark);
      stops.set(date, stop);
    }
  }
  return [...stops.values()].sort((one, two) => one.x - two.x);
};

const ruleOf = (svg) => {
  const at = (name) => [...svg.querySelectorAll(name)].map((line) => Number(line.getAttribute("y1")));
  const rule = document.createElementNS(SVG, "line");
  rule.setAttribute("class", "chart-rule");
  rule.setAttribute("y1", String(Math.max(Math.min(...at(".chart-grid")) - 24, 0)));
  rule.setAttribute("y2", String(Math.max(...at(".chart-axis"))));
  svg.querySelector("g").before(rule);
  return rule;
};

function startChart(box, reader) {
  const [handle, told] = [reader.querySelector("input"), reader.querySelector("p")];
  let [svg, stops, rule, now] = [null, [], null, -1];

  const show = (place) => {
    now = Math.min(Math.max(place, 0), stops.length - 1);
    const stop = stops[now];
    handle.value = String(stop.x);
    handle.setAttribute("aria-valuetext", `${stop.date}: ${stop.told.join("; ")}`);
    const date = document.createElement("b");
    date.textContent = stop.date;
    told.replaceChildren(date, ` ${stop.told.join("; ")}`);
    rule.setAttribute("x1", String(stop.x));
    rule.setAttribute("x2", String(stop.x));
    for (const mark of svg.querySelectorAll(".chart-now")) mark.classList.remove("chart-now");
    for (const mark of stop.marks) mark.classList.add("chart-now");
  };
  const nearest = (x) => {
    const far = stops.map((stop) => Math.abs(stop.x - x));
    return far.indexOf(Math.min(...far));
  };
  const meet = (event) => {
    const { left, width } = svg.getBoundingClientRect();
    show(nearest(((event.clientX - left) / width) * svg.viewBox.baseVal.width));
  };

  // The drawing that fits is shown by a container query; the handle lies under its dates.
  const fit = () => {
    const shown = [...box.querySelectorAll("svg")].find((each) => each.getBoundingClientRect().width);
    if (!shown) return;
    if (shown !== svg) {
      rule?.remove();
      [svg, stops, rule] = [shown, stopsOf(shown), ruleOf(shown)];
      [handle.min, handle.max, handle.step] = [String(stops[0].x), String(stops.at(-1).x), "any"];
      if (now < 0) handle.value = handle.max;
      else show(now);
    }
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    handle.style.marginInlineStart = `${stops[0].x * scale - HANDLE / 2}px`;
    handle.style.inlineSize = `${(stops.at(-1).x - stops[0].x) * scale + HANDLE}px`;
  };

  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 5, PageDown: -5, Home: -999, End: 999 };
  handle.addEventListener("keydown", (event) => {
    if (!(event.key in steps)) return;
    event.preventDefault();
    show((now < 0 ? stops.length - 1 : now) + steps[event.key]);
  });
  handle.addEventListener("focus", () => now < 0 && show(stops.length - 1));
  handle.addEventListener("input", () => show(nearest(Number(handle.value))));
  box.addEventListener("pointerdown", meet);
  box.addEventListener("pointermove", meet);
  new ResizeObserver(fit).observe(box);
  fit();
  reader.hidden = false;
}

export function startCharts(readers) {
  for (const reader of readers) startChart(reader.previousElementSibling, reader);
}
