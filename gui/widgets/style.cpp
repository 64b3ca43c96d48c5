#include "gui/widgets/style.h"
#include "gui/widgets/imgui_values.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <filesystem>

namespace switchroom::gui {

namespace {

struct Family {
    const char* name;
    const char* regular;
    const char* strong;
};

constexpr std::array families{
    Family{"Inter", "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
           "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"},
    Family{"Roboto", "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
           "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf"},
};

/// Latin with French, and the signs that texts and figures use: dashes, quotes, bullet, ellipsis, narrow and
/// fixed spaces, euro, arrows, minus, ≤ ≥ ≈, geometric shapes.
constexpr std::array<ImWchar, 23> glyphs{0x0020, 0x024F, 0x0391, 0x03C9, 0x2000, 0x206F, 0x20A0, 0x20BF,
                                         0x2190, 0x21FF, 0x2200, 0x22FF, 0x2300, 0x23FF, 0x25A0, 0x25FF,
                                         0x2600, 0x26FF, 0x2700, 0x27BF, 0xFFFD, 0xFFFD, 0};

ImFont* load(const char* path, float points, float scale)
{
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const float size = std::floor(points * scale);
    if (path)
        return atlas->AddFontFromFileTTF(path, size, &config, glyphs.data());
    config.SizePixels = size;
    return atlas->AddFontDefault(&config);
}

void set_sizes(const Ui& ui)
{
    ImGuiStyle style;
    style.WindowPadding = ImVec2(16, 14);
    style.FramePadding = ImVec2(10, 6);
    style.ItemSpacing = ImVec2(8, 7);
    style.ItemInnerSpacing = ImVec2(8, 6);
    style.CellPadding = ImVec2(8, 5);
    style.IndentSpacing = 18;
    style.ScrollbarSize = 12;
    style.GrabMinSize = 14;
    style.WindowRounding = 8;
    style.ChildRounding = 8;
    style.FrameRounding = 6;
    style.PopupRounding = 8;
    style.ScrollbarRounding = 8;
    style.GrabRounding = 6;
    style.TabRounding = 6;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.ScaleAllSizes(ui.scale);
    ImGui::GetStyle() = style;
}

} // namespace

void apply_style(const Ui& ui)
{
    set_sizes(ui);
    const Palette& look = ui.look();
    ImVec4* colours = ImGui::GetStyle().Colors;
    const Colour clear{0, 0, 0, 0};
    const auto set = [&](ImGuiCol which, Colour colour) { colours[which] = vec(colour); };
    set(ImGuiCol_Text, look.text);
    set(ImGuiCol_TextDisabled, look.muted);
    set(ImGuiCol_WindowBg, look.ground);
    set(ImGuiCol_ChildBg, clear);
    set(ImGuiCol_PopupBg, look.tooltip);
    set(ImGuiCol_Border, look.border);
    set(ImGuiCol_FrameBg, look.raised);
    set(ImGuiCol_FrameBgHovered, look.hovered);
    set(ImGuiCol_FrameBgActive, look.hovered);
    set(ImGuiCol_TitleBg, look.card);
    set(ImGuiCol_TitleBgActive, look.card);
    set(ImGuiCol_MenuBarBg, look.card);
    set(ImGuiCol_ScrollbarBg, clear);
    set(ImGuiCol_ScrollbarGrab, look.border);
    set(ImGuiCol_ScrollbarGrabHovered, look.muted);
    set(ImGuiCol_ScrollbarGrabActive, look.muted);
    set(ImGuiCol_CheckMark, look.accent);
    set(ImGuiCol_SliderGrab, look.accent);
    set(ImGuiCol_SliderGrabActive, look.accent);
    set(ImGuiCol_Button, look.raised);
    set(ImGuiCol_ButtonHovered, look.hovered);
    set(ImGuiCol_ButtonActive, look.border);
    set(ImGuiCol_Header, look.raised);
    set(ImGuiCol_HeaderHovered, look.hovered);
    set(ImGuiCol_HeaderActive, look.hovered);
    set(ImGuiCol_Separator, look.border);
    set(ImGuiCol_ResizeGrip, clear);
    set(ImGuiCol_Tab, look.raised);
    set(ImGuiCol_TabHovered, look.hovered);
    set(ImGuiCol_TabActive, look.card);
    set(ImGuiCol_TableHeaderBg, look.raised);
    set(ImGuiCol_TableBorderStrong, look.border);
    set(ImGuiCol_TableBorderLight, look.grid);
    set(ImGuiCol_TableRowBgAlt, look.raised.with_alpha(90));
    set(ImGuiCol_TextSelectedBg, look.accent.with_alpha(80));
    set(ImGuiCol_NavHighlight, look.accent);
    set(ImGuiCol_ModalWindowDimBg, Colour{0, 0, 0, 110});
}

std::string load_fonts(Ui& ui)
{
    ImGui::GetIO().Fonts->Clear();
    Family found{"Dear ImGui's own", nullptr, nullptr};
    for (const Family& family : families)
        if (std::filesystem::exists(family.regular) && std::filesystem::exists(family.strong)) {
            found = family;
            break;
        }
    ui.fonts.body = load(found.regular, 15.0F, ui.scale);
    ui.fonts.small = load(found.regular, 13.0F, ui.scale);
    ui.fonts.strong = load(found.strong, 15.0F, ui.scale);
    ui.fonts.title = load(found.strong, 20.0F, ui.scale);
    ui.fonts.figure = load(found.strong, 27.0F, ui.scale);
    ImGui::GetIO().Fonts->Build();
    return found.name;
}

} // namespace switchroom::gui
