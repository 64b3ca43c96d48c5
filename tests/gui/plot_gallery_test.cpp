#include "gui/widgets/plot/export.h"
#include "plot_examples.h"

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
                                         std::string(code_of(language)) + ".svg";
                std::ofstream(name) << to_svg(spec, palette_of(theme), {language, "EUR"}, 720, 320);
            }
        }
}
