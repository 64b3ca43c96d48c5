// Opens reports in a real browser: Debian's Chromium, without a window and without a network. Where it is not
// installed the test says so and passes over (tools/test.sh installs it).

#include "cli/verbs.h"
#include "planner/report/render_html.h"
#include "tests/cli/report_files.h"
#include "tests/planner/report/sample_document.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <sstream>

using namespace switchroom;

namespace {

bool has_browser()
{
    return std::system("command -v chromium >/dev/null 2>&1") == 0; // NOLINT: one thread
}

/// Gathers whatever goes wrong from the very beginning.
constexpr const char* watcher = R"(<script>
window.problems = [];
window.alert = (text) => problems.push("alert " + text);
for (const name of ["error", "warn"])
  console[name] = (...words) => problems.push(name + " " + words.join(" "));
addEventListener("error", (event) => problems.push("uncaught " + event.message), true);
addEventListener("securitypolicyviolation", (event) => problems.push("policy " + event.blockedURI));
</script>
)";

/// Reads every canvas back and writes what it found into the page, where --dump-dom shows it.
constexpr const char* inspector = R"(<script>
addEventListener("load", () => {
  const canvases = [...document.querySelectorAll("canvas")].map((canvas) => {
    if (canvas.width === 0 || canvas.height === 0) return 0;
    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    let drawn = 0;
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] > 0) { ++drawn; colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]); }
    return colours.size > 5 ? drawn : 0;
  });
  const out = document.createElement("pre");
  out.textContent = "RESULT" + JSON.stringify({ problems, canvases, bold: document.querySelectorAll("b").length,
    requests: performance.getEntriesByType("resource").length, title: document.title }) + "TLUSER";
  document.body.append(out);
});
</script>
)";

std::string with_spies(std::string page)
{
    const std::size_t style = page.find("<style>");
    REQUIRE(style != std::string::npos);
    page.insert(style, watcher);
    const std::size_t end = page.rfind("</body>");
    REQUIRE(end != std::string::npos);
    return page.insert(end, inspector);
}

/// What the inspector found on the page.
nlohmann::json opened(const ReportFolder& folder, const std::string& page)
{
    folder.write("spied.html", with_spies(page));
    const std::string command = "timeout 25 chromium --headless=new --no-sandbox --disable-gpu "
                                "--disable-background-networking --no-first-run "
                                "--host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir=" +
                                folder.path("profile") +
                                " --window-size=1100,3000 --virtual-time-budget=3000 --dump-dom file://" +
                                folder.path("spied.html") + " 2>/dev/null";
    std::string dom;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 65536> buffer{};
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        dom.append(buffer.data(), n);
    CHECK(pclose(pipe) == 0);
    // The script's own text holds the words too, so the last ones are looked for.
    const std::size_t from = dom.rfind("RESULT{");
    const std::size_t to = dom.rfind("}TLUSER");
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    std::string json = dom.substr(from + 6, to + 1 - from - 6);
    for (const auto& [reference, sign] :
         {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}})
        for (std::size_t at = json.find(reference); at != std::string::npos;
             at = json.find(reference, at + 1))
            json.replace(at, std::string(reference).size(), sign);
    return nlohmann::json::parse(json);
}

void check_clean(const nlohmann::json& found, std::size_t canvases)
{
    CHECK(found["problems"].dump() == "[]");
    CHECK(found["requests"] == 0);
    CHECK(found["bold"] == 0); // markup of a name would have made one
    REQUIRE(found["canvases"].size() == canvases);
    for (const auto& drawn : found["canvases"])
        CHECK(drawn > 1000);
}

} // namespace

TEST_CASE("in a browser every chart of a report is drawn, nothing is fetched, nothing complains, and names "
          "stay text")
{
    if (!has_browser()) {
        MESSAGE("chromium is not installed: no report was opened in a browser");
        return;
    }
    const ReportFolder folder;
    std::ostringstream page;
    std::ostringstream err;
    const std::vector<std::string> arguments{"report", folder.path("desk.toml"), folder.path("more.toml")};
    REQUIRE(run_program(arguments, page, err) == 0);
    const auto found = opened(folder, page.str());
    // Two rosters, one spread of runs, two waterfalls.
    check_clean(found, 5);
    CHECK(found["title"] == "<script>alert(1)</script> or One person more & 'more'");
}

TEST_CASE("in a browser every kind of chart is drawn")
{
    if (!has_browser()) {
        MESSAGE("chromium is not installed: no chart was drawn");
        return;
    }
    const ReportFolder folder;
    check_clean(opened(folder, report::to_html(report::sample_document())), 5);
}
