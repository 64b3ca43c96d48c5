#include "gui/widgets/plot/export.h"
#include "tests/gui/plot_bench.h"
#include "tests/gui/plot_examples.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

using namespace switchroom::gui;

// To look at all plots: SWITCHROOM_PLOT_GALLERY=/some/folder test_gui -tc="*gallery*".
TEST_CASE("the gallery of plots is written where the environment asks for it")
{
    const char* folder = std::getenv("SWITCHROOM_PLOT_GALLERY");
    if (!folder)
        return;
    for (const Theme theme : {Theme::light, Theme::dark})
        for (const Language language : all_languages) {
            int number = 0;
            for (const PlotSpec& spec : test::all_examples()) {
                const std::string name = std::string(folder) + "/" + std::to_string(number++) +
                                         (theme == Theme::dark ? "-dark-" : "-light-") +
                                         std::string(code_of(language));
                std::ofstream(name + ".svg") << to_svg(spec, palette_of(theme), {language, "EUR"}, 720, 320);
                test::PlotBench bench(spec, theme, language);
                bench.move_to(bench.middle());
                bench.frame(3);
                std::ofstream(name + "-window.png") << to_png(bench.picture());
            }
        }
}
