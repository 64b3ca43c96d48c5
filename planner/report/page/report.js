// Draws the charts of a report: each figure.chart holds a canvas and, as JSON, what planner/report/chart_json.cpp wrote.
(function () {
  "use strict";

  // Told apart by most colour-blind readers, in order of series; the same scenario has the same colour everywhere.
  const colours = ["#1f5a8c", "#d07a1f", "#3a8c7a", "#8a5a9e", "#6b7680", "#b5473c"];
  const ink = "#1f2a33", soft = "#5a6873", line = "#dbe1e6", marked = "#a83c1c";
  const colour = (i) => colours[i % colours.length];
  const faint = (i, alpha) => colour(i) + alpha;

  const grouped = (value, decimals) => {
    const digits = Math.abs(value).toFixed(decimals).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
    return (value < 0 && Number(value.toFixed(decimals)) !== 0 ? "\u2212" : "") + digits;
  };
  // A figure with its unit; `step` is the distance of ticks, which says how many decimals mean anything.
  const figure = (scale, value, step) => {
    if (value === null || value === undefined) return "\u2013";
    const decimals = (unit) => (step ? Math.max(0, Math.min(3, Math.ceil(-Math.log10(step * unit) - 1e-9))) : 1);
    switch (scale.unit) {
      case "share": return grouped(value * 100, decimals(100)) + "\u202f%";
      case "seconds": return grouped(value, decimals(1)) + "\u202fs";
      case "money": return grouped(value, Math.abs(value) < 100 ? 2 : 0) + "\u202f" + scale.currency;
      default: return grouped(value, step ? decimals(1) : value === Math.round(value) ? 0 : 1);
    }
  };
  const tickOf = (scale) => function (value, index, ticks) {
    const step = ticks.length > 1 ? Math.abs(ticks[1].value - ticks[0].value) : 0;
    return scale.unit === "money" ? grouped(value, 0) : figure(scale, value, step);
  };
  const titled = (scale) => scale.unit === "money" ? scale.title + " (" + scale.currency + ")" : scale.title;
  const axis = (scale, more) => Object.assign({
    title: { display: scale.title !== "", text: titled(scale), color: soft },
    grid: { color: line, drawBorder: false },
    ticks: { color: soft, callback: tickOf(scale) }
  }, more);
  const labelAxis = (title) => ({
    title: { display: title !== "", text: title, color: soft },
    grid: { display: false }, ticks: { color: soft, maxRotation: 0, autoSkipPadding: 12 }
  });
  const tooltip = (scale, pick) => ({
    callbacks: { label: (item) => " " + item.dataset.label + ": " + figure(scale, pick ? pick(item) : item.parsed.y) }
  });
  const legend = (shown) => ({ display: shown, align: "start", labels: { color: ink, boxWidth: 14, boxHeight: 10 } });

  // Lines straight through the plot at values of the x axis, with their labels at the top.
  const markers = (list) => ({
    id: "markers",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales: { x } } = chart;
      ctx.save();
      ctx.font = "12px " + Chart.defaults.font.family;
      list.forEach((marker, i) => {
        const at = x.getPixelForValue(marker.value);
        if (at < area.left - 1 || at > area.right + 1) return;
        ctx.strokeStyle = marked;
        ctx.setLineDash([5, 4]);
        ctx.beginPath();
        ctx.moveTo(at, area.top);
        ctx.lineTo(at, area.bottom);
        ctx.stroke();
        const left = at > (area.left + area.right) / 2;
        ctx.textAlign = left ? "right" : "left";
        ctx.fillStyle = marked;
        ctx.fillText(marker.label, at + (left ? -5 : 5), area.top + 12 + 15 * i);
      });
      ctx.restore();
    }
  });

  // Above each bar its amount, and a whisker as long as its 95 % interval.
  const amounts = (steps, tops, scale) => ({
    id: "amounts",
    afterDatasetsDraw(chart) {
      const { ctx, scales: { y } } = chart;
      ctx.save();
      ctx.textAlign = "center";
      ctx.font = "12px " + Chart.defaults.font.family;
      chart.getDatasetMeta(0).data.forEach((bar, i) => {
        const step = steps[i];
        let top = Math.min(y.getPixelForValue(tops[i][0]), y.getPixelForValue(tops[i][1]));
        if (step.half_width) {
          const end = tops[i][1];
          const high = y.getPixelForValue(end + step.half_width), low = y.getPixelForValue(end - step.half_width);
          ctx.strokeStyle = ink;
          ctx.beginPath();
          ctx.moveTo(bar.x, high); ctx.lineTo(bar.x, low);
          ctx.moveTo(bar.x - 4, high); ctx.lineTo(bar.x + 4, high);
          ctx.moveTo(bar.x - 4, low); ctx.lineTo(bar.x + 4, low);
          ctx.stroke();
          top = Math.min(top, high);
        }
        ctx.fillStyle = ink;
        ctx.fillText(grouped(step.amount, 0), bar.x, top - 6);
      });
      ctx.restore();
    }
  });

  const builders = {
    line(spec) {
      const datasets = [];
      spec.series.forEach((series, i) => {
        if (series.low) {
          const edge = { pointRadius: 0, borderWidth: 0, stepped: series.step ? "before" : false, band: true, label: "" };
          datasets.push(Object.assign({ data: series.low, fill: false }, edge));
          datasets.push(Object.assign({ data: series.high, fill: "-1", backgroundColor: faint(i, "26") }, edge));
        }
        datasets.push({
          label: series.name, data: series.values, borderColor: colour(i), borderWidth: 2, pointRadius: 0, pointHitRadius: 8,
          stepped: series.step ? "before" : false, fill: series.filled ? "origin" : false, backgroundColor: faint(i, "22")
        });
      });
      // A step ends where the next one begins: Chart.js' "before" holds a value until the next point.
      return {
        type: "line", data: { labels: spec.labels, datasets },
        options: {
          interaction: { mode: "index", intersect: false },
          scales: { x: labelAxis(spec.x.title), y: axis(spec.y, { beginAtZero: true }) },
          plugins: {
            legend: Object.assign(legend(true), { labels: Object.assign(legend(true).labels, { filter: (item) => item.text !== "" }) }),
            tooltip: Object.assign(tooltip(spec.y), { filter: (item) => !item.dataset.band })
          }
        }
      };
    },

    bar(spec) {
      return {
        type: "bar",
        data: { labels: spec.labels, datasets: spec.series.map((s, i) => ({ label: s.name, data: s.values, backgroundColor: faint(i, "d0") })) },
        options: {
          scales: { x: labelAxis(spec.x.title), y: axis(spec.y, { beginAtZero: true }) },
          plugins: { legend: legend(spec.series.length > 1), tooltip: tooltip(spec.y) }
        }
      };
    },

    histogram(spec) {
      const edges = spec.edges, width = edges[1] - edges[0];
      const several = spec.series.length > 1;
      const ends = spec.markers.map((m) => m.value).concat(edges[0], edges[edges.length - 1]);
      return {
        type: "bar",
        data: {
          datasets: spec.series.map((s, i) => ({
            label: s.name, grouped: false, barPercentage: 1, categoryPercentage: 0.98,
            backgroundColor: faint(i, several ? "99" : "d0"),
            data: s.values.map((count, k) => ({ x: edges[k] + width / 2, y: count }))
          }))
        },
        options: {
          scales: {
            x: axis(spec.x, { type: "linear", offset: false, min: Math.min(...ends) - width / 2, max: Math.max(...ends) + width / 2,
              grid: { display: false }, ticks: { color: soft, maxRotation: 0, includeBounds: false, callback: tickOf(spec.x) } }),
            y: axis(spec.y, { beginAtZero: true, ticks: { color: soft, precision: 0 } })
          },
          plugins: {
            legend: legend(several),
            tooltip: { callbacks: {
              title: (items) => figure(spec.x, items[0].parsed.x - width / 2) + " \u2013 " + figure(spec.x, items[0].parsed.x + width / 2),
              label: (item) => " " + item.dataset.label + ": " + item.parsed.y
            } }
          }
        },
        plugins: [markers(spec.markers)]
      };
    },

    waterfall(spec) {
      let sum = 0;
      const spans = spec.steps.map((step) => {
        const from = step.total ? 0 : sum;
        sum = step.total ? step.amount : sum + step.amount;
        return [from, sum];
      });
      return {
        type: "bar",
        data: {
          labels: spec.steps.map((s) => s.label),
          datasets: [{
            label: spec.y.title, data: spans, maxBarThickness: 72,
            backgroundColor: spec.steps.map((s) => s.total ? "#44525e" : s.amount < 0 ? colours[2] : colours[0])
          }]
        },
        options: {
          layout: { padding: { top: 22 } },
          scales: {
            x: Object.assign(labelAxis(""), { ticks: { color: ink, maxRotation: 0, autoSkip: false,
              // Long labels are broken at spaces, or they would be turned.
              callback(value) {
                const lines = [];
                for (const word of this.getLabelForValue(value).split(" ")) {
                  const last = lines.length - 1;
                  if (last >= 0 && (lines[last] + " " + word).length <= 14) lines[last] += " " + word;
                  else lines.push(word);
                }
                return lines;
              } } }),
            y: axis(spec.y, { beginAtZero: true })
          },
          plugins: { legend: legend(false), tooltip: tooltip(spec.y, (item) => spec.steps[item.dataIndex].amount) }
        },
        plugins: [amounts(spec.steps, spans, spec.y)]
      };
    },

    tornado(spec) {
      const bars = (pick, name, i) => ({
        label: name, grouped: false, backgroundColor: faint(i, "d0"), maxBarThickness: 24,
        data: spec.bars.map((bar) => [spec.base, pick(bar)])
      });
      return {
        type: "bar",
        data: { labels: spec.bars.map((b) => b.label), datasets: [bars((b) => b.low, spec.low_name, 0), bars((b) => b.high, spec.high_name, 1)] },
        options: {
          indexAxis: "y",
          scales: {
            x: axis(spec.x, { beginAtZero: false, grace: "8%" }),
            y: Object.assign(labelAxis(""), { ticks: { color: ink } })
          },
          plugins: {
            legend: legend(true),
            tooltip: tooltip(spec.x, (item) => item.raw[1])
          }
        },
        plugins: [markers([{ label: "", value: spec.base }])]
      };
    }
  };

  Chart.defaults.animation = false;
  Chart.defaults.responsive = true;
  Chart.defaults.maintainAspectRatio = false;
  Chart.defaults.devicePixelRatio = Math.max(2, window.devicePixelRatio || 1); // paper shows more than a screen
  Chart.defaults.font.family = getComputedStyle(document.documentElement).fontFamily;

  const charts = [];
  for (const frame of document.querySelectorAll("figure.chart")) {
    const spec = JSON.parse(frame.querySelector("script[type='application/json']").textContent);
    charts.push(new Chart(frame.querySelector("canvas"), builders[spec.kind](spec)));
  }
  // A4 less its margins is about 690 px wide.
  window.addEventListener("beforeprint", () => charts.forEach((chart) => chart.resize(Math.min(690, chart.width), chart.height)));
  window.addEventListener("afterprint", () => charts.forEach((chart) => chart.resize()));
})();
