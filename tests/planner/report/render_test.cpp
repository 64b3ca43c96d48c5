#include "tests/planner/report/sample_document.h"

#include "planner/report/heat_colour.h"
#include "planner/report/html_escape.h"
#include "planner/report/page_parts.h"
#include "planner/report/render_csv.h"
#include "planner/report/render_html.h"
#include "planner/report/render_json.h"
#include "planner/report/render_text.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace switchroom;
using namespace switchroom::report;

namespace {

std::size_t count_of(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

bool has_line(const std::string& text, const std::string& line)
{
    const auto lines = lines_of(text);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("Markup characters in a text become character references")
{
    CHECK(html_text("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;");
    CHECK(html_text("Cabinet médical") == "Cabinet médical");
}

TEST_CASE("JSON inside a script cannot end the script and still says the same")
{
    const std::string json = nlohmann::json{{"name", "</script><!-- & \xE2\x80\xA8 \xE2\x80\xA9"}}.dump();
    const std::string safe = script_json(json);
    CHECK(safe.find('<') == std::string::npos);
    CHECK(safe.find('>') == std::string::npos);
    CHECK(safe.find("\xE2\x80\xA8") == std::string::npos);
    CHECK(nlohmann::json::parse(safe) == nlohmann::json::parse(json));
}

TEST_CASE("A page runs only the scripts that we put there, whatever its texts say")
{
    const std::string page = to_html(sample_document());
    const std::string ours = to_html(Document{.title = "x", .subtitle = "", .blocks = {sample_line()}});
    CHECK(page.find("<script>alert") == std::string::npos);
    // Two scripts of ours, and the data of the five charts that are drawn.
    CHECK(count_of(page, "<script>") == 2);
    CHECK(count_of(page, "<script type=\"application/json\">") == 5);
    CHECK(count_of(page, "</script>") == 7);
    CHECK(count_of(ours, "</script>") == 3);
    CHECK(page.find("Title &lt;/script&gt;&lt;script&gt;alert(1)") != std::string::npos);
}

TEST_CASE("A page names no place in the network and asks for nothing")
{
    const std::string page = to_html(sample_document());
    for (const char* word :
         {"http:", "https:", "src=", "@import", "url(", "<link", "<iframe", "sourceMappingURL"})
        CHECK_MESSAGE(page.find(word) == std::string::npos, word);
    CHECK(count_of(page, "href=") == count_of(page, "href=\"#"));
    CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("The embedded Chart.js is whole and keeps its licence notice")
{
    CHECK(chart_js.size() > 150000);
    CHECK(chart_js.find("Chart.js Contributors") != std::string_view::npos);
    CHECK(chart_js.find("MIT License") != std::string_view::npos);
    CHECK(chart_js_version().starts_with("3."));
}

TEST_CASE("A page without charts carries no script at all")
{
    Document document{.title = "words", .subtitle = "", .blocks = {}};
    document.blocks.emplace_back(Paragraph{"only words"});
    CHECK(to_html(document).find("<script") == std::string::npos);
}

TEST_CASE("Every chart of a page has its figures as a table for readers without scripts")
{
    const std::string page = to_html(sample_document());
    CHECK(count_of(page, "<canvas") == 5);
    CHECK(count_of(page, "<details>") == 5);
    CHECK(count_of(page, "class=\"heat\"") == 1);
}

TEST_CASE("The same document gives the same page")
{
    CHECK(to_html(sample_document()) == to_html(sample_document()));
}

TEST_CASE("CSV quotes what holds separators and marks texts that look like formulas")
{
    const std::string csv = to_csv(sample_document());
    CHECK(has_line(csv, "name,level,± level,'@change,± @change"));
    CHECK(has_line(csv, "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\",0.5,0.01,-2.5,0.5"));
    CHECK(has_line(csv, "\"semi;colon, comma \"\"quote\"\"\",,,'+1,"));
}

TEST_CASE("CSV with semicolons has decimal commas")
{
    const std::string csv = to_csv(sample_document(), CsvStyle::semicolon);
    CHECK(has_line(csv, "name;level;± level;'@change;± @change"));
    CHECK(has_line(csv, "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\";0,5;0,01;-2,5;0,5"));
}

TEST_CASE("Every sign that a spreadsheet takes for the beginning of a formula is made harmless")
{
    for (const char* text : {"=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"})
        CHECK(harmless_text(text) == "'" + std::string(text));
    CHECK(harmless_text("a=1") == "a=1");
    CHECK(harmless_text("") == "");
    CHECK(harmless_text("± level") == "± level");
}

TEST_CASE("JSON of a document holds every table with values, half-widths and units")
{
    const auto json = nlohmann::json::parse(to_json(sample_document()));
    CHECK(json["tables"].size() == 8);
    const auto& cell = json["tables"][1]["rows"][0][1];
    CHECK(cell["value"] == 0.5);
    CHECK(cell["half_width_95"] == 0.01);
    CHECK(cell["unit"] == "share");
    CHECK(json["tables"][1]["rows"][1][1]["value"].is_null());
    CHECK(json["tables"][1]["rows"][0][2]["unit"] == "EUR");
    CHECK(json["tables"][1]["rows"][0][0] == evil_formula);
}

TEST_CASE("Text tells every block and no line of a table is wider than 100 columns")
{
    const std::string text = to_text(sample_document());
    for (const char* part :
         {"First\n=====", "Second\n------", "81.13 % ± 0.42", "- one", "tornado", "waterfall"})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("A heat map is warm below its target and cool from it on, in either direction of good")
{
    HeatMap map{.columns = {},
                .rows = {},
                .values = {},
                .unit = KpiUnit::share,
                .worst = 0.2,
                .best = 1.0,
                .target = 0.8};
    const auto red_minus_blue = [](const std::string& colour) {
        return std::stoi(colour.substr(1, 2), nullptr, 16) - std::stoi(colour.substr(5, 2), nullptr, 16);
    };
    CHECK(red_minus_blue(heat_colour(map, 0.2).background) > 100);
    CHECK(red_minus_blue(heat_colour(map, 0.79).background) > 0);
    CHECK(red_minus_blue(heat_colour(map, 0.80).background) < 0);
    CHECK(red_minus_blue(heat_colour(map, 1.0).background) < 0);
    HeatMap waits{.columns = {},
                  .rows = {},
                  .values = {},
                  .unit = KpiUnit::seconds,
                  .worst = 90.0,
                  .best = 5.0,
                  .target = 20.0};
    CHECK(red_minus_blue(heat_colour(waits, 90.0).background) > 100);
    CHECK(red_minus_blue(heat_colour(waits, 5.0).background) < 0);
}
