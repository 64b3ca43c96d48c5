#include "tests/gui/plot_bench.h"

#include "gui/app/rasteriser.h"
#include "gui/widgets/plot/plot.h"
#include "gui/widgets/style.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <utility>

namespace switchroom::gui::test {

PlotBench::PlotBench(PlotSpec what, Theme theme, Language language, float scale, int width, int height)
    : spec(std::move(what)), context_(ImGui::CreateContext()), width_(width), height_(height)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    ui.colours = &palette_of(theme);
    ui.locale.language = language;
    ui.scale = scale;
    load_fonts(ui);
    apply_style(ui);
    move_to({-1000, -1000});
    frame(2);
}

PlotBench::~PlotBench()
{
    ImGui::DestroyContext(context_);
}

void PlotBench::frame(int count)
{
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    for (int i = 0; i < count; ++i) {
        io.DisplaySize = ImVec2(static_cast<float>(width_), static_cast<float>(height_));
        io.DeltaTime = 0.4F; // far enough apart that clicks are single ones
        ImGui::NewFrame();
        ImGui::PushFont(ui.fonts.body);
        ui.items.begin_frame();
        ImGui::SetNextWindowPos(ImVec2(0, 0));
        ImGui::SetNextWindowSize(io.DisplaySize);
        ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::ColorConvertU32ToFloat4(ui.look().card.packed()));
        ImGui::Begin("bench", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
        draw_plot(ui, "plot", spec, state);
        ImGui::End();
        ImGui::PopStyleColor();
        ImGui::PopFont();
        ImGui::Render();
        io.MouseWheel = 0.0F;
    }
}

void PlotBench::move_to(Point at)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().MousePos = ImVec2(at.x, at.y);
}

void PlotBench::hold(int button, bool down)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().MouseDown[button] = down;
    frame();
}

void PlotBench::wheel(float notches)
{
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().MouseWheel = notches;
    frame();
}

void PlotBench::click(std::string_view label)
{
    // A legend's entry is a text and a checkbox: the control counts.
    const Item* target = nullptr;
    for (const Item& item : ui.items.all())
        if (item.label == label && item.kind != ItemKind::text)
            target = &item;
    INFO(label);
    REQUIRE(target != nullptr);
    move_to(target->rect.centre());
    frame(2);
    hold(0, true);
    hold(0, false);
    frame(2);
}

Point PlotBench::middle() const
{
    return {0.5F * static_cast<float>(width_), 0.6F * static_cast<float>(height_)};
}

Image PlotBench::picture() const
{
    ImGui::SetCurrentContext(context_);
    return rasterised(*ImGui::GetDrawData(), ui.look().ground);
}

} // namespace switchroom::gui::test
