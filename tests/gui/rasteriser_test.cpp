#include "gui/app/rasteriser.h"
#include "tests/gui/driver.h"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace switchroom::gui;
using switchroom::gui::test::Driver;

namespace {

/// What AddRectFilled of this rectangle leaves on a black picture of 40 × 40 pixels, drawn far from the
/// origin, where floats are coarse.
Image drawn(Driver& driver, ImVec2 min, ImVec2 max, Colour colour)
{
    driver.stage().headless_frame(1200, 900);
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRect(ImVec2(0, 0), ImVec2(1200, 900));
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.AddRectFilled(min, max, colour.packed());
    ImDrawData data;
    ImDrawList* lists[] = {&list};
    data.Valid = true;
    data.CmdLists = lists;
    data.CmdListsCount = 1;
    data.DisplaySize = ImVec2(1200, 900);
    const Image whole = rasterised(data, rgb(0x000000));
    return cropped(whole, 1100, 800, 40, 40);
}

int lit(const Image& image)
{
    int count = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            count += image.at(x, y)[0] == 200 ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a rectangle covers each of its pixels exactly once, whatever its size and place")
{
    Driver driver;
    for (int width = 1; width <= 20; width += 3)
        for (int height = 1; height <= 20; height += 3)
            for (const float offset : {0.0F, 0.25F, 0.49F}) {
                const ImVec2 min(1105 + offset, 803 + offset);
                const ImVec2 max(min.x + static_cast<float>(width), min.y + static_cast<float>(height));
                CHECK(lit(drawn(driver, min, max, rgb(0xC8C8C8))) == width * height);
                // half transparent: a pixel that both triangles drew would be lighter than one
                const Image image = drawn(driver, min, max, rgb(0xC8C8C8).with_alpha(128));
                for (int y = 0; y < height; ++y)
                    for (int x = 0; x < width; ++x)
                        REQUIRE(static_cast<int>(image.at(5 + x, 3 + y)[0]) == 100);
            }
}
