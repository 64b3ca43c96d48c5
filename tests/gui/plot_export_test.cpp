#include "gui/widgets/plot/export.h"
#include "gui/widgets/wishes.h"
#include "sim/base/file_system.h"
#include "tests/gui/plot_examples.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace switchroom;
using namespace switchroom::gui;

namespace {

const Locale english{Language::english, "EUR"};

std::string svg_of(const PlotSpec& spec)
{
    return to_svg(spec, palette_of(Theme::light), english, 640, 300);
}

/// Why a text is no well-formed XML document of elements, attributes and references; empty: it is one.
std::string broken_xml(const std::string& xml)
{
    std::vector<std::string> open;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] != '<') {
            if (xml[at] == '&' && xml.find(';', at) > at + 8)
                return "a bare & at " + std::to_string(at);
            ++at;
            continue;
        }
        const std::size_t end = xml.find('>', at);
        if (end == std::string::npos)
            return "an open <";
        std::string tag = xml.substr(at + 1, end - at - 1);
        if (tag.find('<') != std::string::npos)
            return "< within <" + tag;
        int quotes = 0;
        for (const char c : tag)
            quotes += c == '"' ? 1 : 0;
        if (quotes % 2 != 0)
            return "an odd quote in <" + tag;
        const std::string name =
            tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" /", 1) - (tag[0] == '/' ? 1 : 0));
        if (tag[0] == '/') {
            if (open.empty() || open.back() != tag.substr(1))
                return "</" + tag.substr(1) + "> closes nothing";
            open.pop_back();
        } else if (tag.back() != '/') {
            open.push_back(tag.substr(0, tag.find_first_of(" \n")));
        }
        at = end + 1;
    }
    return open.empty() ? "" : "<" + open.back() + "> stays open";
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("the check of XML of these tests sees what is broken")
{
    CHECK(broken_xml("<a><b c=\"d\"/>e &amp; f</a>").empty());
    CHECK_FALSE(broken_xml("<a><b></a>").empty());
    CHECK_FALSE(broken_xml("<a>fish & chips</a>").empty());
    CHECK_FALSE(broken_xml("<a b=\"c>d</a>").empty());
}

TEST_CASE("every plot becomes a well-formed SVG without scripts and links, with its title as text")
{
    for (const PlotSpec& spec : gui::test::all_examples())
        for (const Theme theme : {Theme::light, Theme::dark}) {
            const std::string svg = to_svg(spec, palette_of(theme), english, 640, 300);
            INFO(spec.title);
            CHECK(broken_xml(svg) == "");
            CHECK(svg.starts_with("<svg xmlns="));
            CHECK(svg.find("<script") == std::string::npos);
            CHECK(svg.find("href") == std::string::npos);
            CHECK(svg.find(">" + spec.title + "<") != std::string::npos);
            CHECK(svg.find("nan") == std::string::npos);
            CHECK(svg.find("inf,") == std::string::npos);
        }
}

TEST_CASE("signs that mean something in XML are text in an SVG")
{
    PlotSpec spec = gui::test::example_waterfall();
    spec.title = "<script>alert(\"1\")</script> & 'more'";
    std::get<report::Waterfall>(spec.plot).steps[0].label = "a<b>&\"c\"";
    std::get<report::Waterfall>(spec.plot).steps[1].label = std::string("broken \xC3 sign\x01");
    const std::string svg = svg_of(spec);
    CHECK(broken_xml(svg) == "");
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("a&lt;b&gt;&amp;&quot;c&quot;") != std::string::npos);
    CHECK(svg.find("broken ? sign ") != std::string::npos);
}

TEST_CASE("a series that is switched off is not in the picture, but its name is")
{
    const PlotSpec spec = gui::test::example_lines();
    PlotState state;
    state.hidden = {"Today"};
    const std::string all = to_svg(spec, palette_of(Theme::light), english, 640, 300);
    const std::string one = to_svg(spec, palette_of(Theme::light), english, 640, 300, state);
    const auto bands = [](const std::string& svg) {
        std::size_t count = 0;
        for (std::size_t at = svg.find("<polygon"); at != std::string::npos;
             at = svg.find("<polygon", at + 1))
            ++count;
        return count;
    };
    CHECK(bands(all) == 2);
    CHECK(bands(one) == 1);
    CHECK(one.find(">Today<") != std::string::npos);
}

TEST_CASE("CSV holds a plot's values as they are")
{
    const PlotSpec bars{"Calls", "",
                        report::BarChart{{"08:00", "09:00"},
                                         {"time", KpiUnit::count},
                                         {"", KpiUnit::calls},
                                         {{"offered", {12.25, 0.1}}, {"=bad", {1.0, std::nan("")}}}}};
    CHECK(lines_of(to_csv(bars)) ==
          std::vector<std::string>{"Calls", "time,offered,'=bad", "08:00,12.25,1", "09:00,0.1,"});
    CHECK(lines_of(to_csv(bars, report::CsvStyle::semicolon))[2] == "08:00;12,25;1");

    NumericLineChart chart{.x = {"agents", KpiUnit::agents},
                           .y = {"", KpiUnit::share},
                           .time_of_day = false,
                           .at = {3.0, 4.5},
                           .series = {{"level", {0.5, 0.75}, {0.4, 0.7}, {0.6, 0.8}, false, false}},
                           .upright = {},
                           .level = {}};
    CHECK(lines_of(to_csv({"Level", "", chart})) ==
          std::vector<std::string>{"Level", "agents,level,\"level, low\",\"level, high\"", "3,0.5,0.4,0.6",
                                   "4.5,0.75,0.7,0.8"});

    const PlotSpec gantt{
        "Who", "", Gantt{0.0, 86400.0, {"at work"}, {{"agent-a", {{8 * 3600.0, 12.5 * 3600.0, 0, "desk"}}}}}};
    CHECK(lines_of(to_csv(gantt)) ==
          std::vector<std::string>{"Who", ",what,from,to,note", "agent-a,at work,08:00,12:30,desk"});
}

TEST_CASE("files are named after the plot, without accents, and never replace another")
{
    CHECK(file_stem("Required against staffed") == "required-against-staffed");
    CHECK(file_stem("Coûts d’un mois (été) ") == "couts-d-un-mois-ete");
    CHECK(file_stem("../../etc/passwd") == "etc-passwd");
    CHECK(file_stem("…") == "plot");
    MemoryFileSystem files;
    CHECK(free_path(files, "/nowhere", "costs.svg") == "costs.svg");
    files.files["costs.svg"] = "";
    files.files["costs-2.svg"] = "";
    CHECK(free_path(files, "", "costs.svg") == "costs-3.svg");
}

TEST_CASE("the ends of a tornado's bars are told as finely as the bars differ")
{
    report::Tornado plot{.x = {"Answer rate", KpiUnit::share},
                         .base = 0.98790,
                         .low_name = "lower",
                         .high_name = "higher",
                         .bars = {{"Patience", 0.98601, 0.98941}, {"Handle time", 0.98948, 0.98629}}};
    const std::string near = svg_of({"Near", "", plot});
    for (const char* end : {"98.60 %", "98.94 %", "98.95 %", "98.63 %", "98.79 %"})
        CHECK(near.find(end) != std::string::npos);
    plot.x = {"Cost", KpiUnit::money, "EUR"};
    plot.base = 13000.0;
    plot.bars = {{"Volume", 10250.0, 16120.0}};
    CHECK(svg_of({"Far", "", plot}).find("10 250 €") != std::string::npos);
}
