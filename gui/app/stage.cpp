#include "gui/app/stage.h"

#include "gui/app/rasteriser.h"
#include "gui/panels/shell.h"
#include "gui/widgets/style.h"

#include <imgui.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace switchroom::gui {

namespace {

/// Keys by GLFW's numbers, which the real window uses too.
void map_keys()
{
    constexpr std::array<std::pair<ImGuiKey, int>, 22> keys{{
        {ImGuiKey_Escape, 256},     {ImGuiKey_Enter, 257},     {ImGuiKey_Tab, 258},
        {ImGuiKey_Backspace, 259},  {ImGuiKey_Insert, 260},    {ImGuiKey_Delete, 261},
        {ImGuiKey_RightArrow, 262}, {ImGuiKey_LeftArrow, 263}, {ImGuiKey_DownArrow, 264},
        {ImGuiKey_UpArrow, 265},    {ImGuiKey_PageUp, 266},    {ImGuiKey_PageDown, 267},
        {ImGuiKey_Home, 268},       {ImGuiKey_End, 269},       {ImGuiKey_KeyPadEnter, 335},
        {ImGuiKey_Space, ' '},      {ImGuiKey_A, 'A'},         {ImGuiKey_C, 'C'},
        {ImGuiKey_V, 'V'},          {ImGuiKey_X, 'X'},         {ImGuiKey_Y, 'Y'},
        {ImGuiKey_Z, 'Z'},
    }};
    for (const auto& [key, code] : keys)
        ImGui::GetIO().KeyMap[key] = code;
}

} // namespace

Stage::Stage(Workbench& workbench, float monitor_scale)
    : workbench_(workbench), context_(ImGui::CreateContext()), monitor_scale_(monitor_scale)
{
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    map_keys();
    io.IniFilename = nullptr; // what is remembered stands in the settings
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

Stage::~Stage()
{
    ImGui::DestroyContext(context_);
}

bool Stage::prepare()
{
    const Settings& settings = workbench_.desk.settings;
    ui_.scale = monitor_scale_ * static_cast<float>(settings.text_size);
    ui_.colours = &palette_of(settings.theme);
    ui_.locale = workbench_.desk.locale();
    const bool rescaled = ui_.scale != built_scale_;
    if (rescaled)
        load_fonts(ui_);
    if (rescaled || settings.theme != built_theme_)
        apply_style(ui_);
    built_scale_ = ui_.scale;
    built_theme_ = settings.theme;
    return rescaled;
}

void Stage::draw(double seconds_since_last)
{
    ImGui::PushFont(ui_.fonts.body);
    ui_.items.begin_frame();
    ui_.animates = false;
    take_shortcuts(workbench_);
    workbench_.update(seconds_since_last);
    draw_shell(workbench_, ui_);
    ImGui::PopFont();
}

void Stage::headless_frame(int width, int height, double seconds)
{
    ImGui::SetCurrentContext(context_);
    prepare();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    io.DeltaTime = static_cast<float>(seconds);
    ImGui::NewFrame();
    draw(seconds);
    ImGui::Render();
    finish();
}

void Stage::save(const std::string& name, const std::string& content)
{
    FileSystem& files = workbench_.desk.files;
    const char* home = std::getenv("HOME");
    const std::string path = free_path(files, home ? home : "", name);
    const Diagnostics problems = files.write_atomically(path, content);
    if (problems.empty())
        workbench_.notices.say(filled(Text::shell_saved, workbench_.desk.settings.language, path));
    else
        workbench_.notices.complain(to_text(problems.front()));
}

void Stage::finish()
{
    if (const auto wish = std::exchange(ui_.wishes.save_png, std::nullopt)) {
        const Rect& rect = wish->rect;
        const auto pixels = [](float x) { return static_cast<int>(std::lround(x)); };
        save(wish->name, to_png(cropped(picture(), pixels(rect.min.x), pixels(rect.min.y),
                                        pixels(rect.width()), pixels(rect.height()))));
    }
    for (const SaveText& text : std::exchange(ui_.wishes.save_texts, {}))
        save(text.name, text.content);
    for (std::string& notice : std::exchange(ui_.wishes.notices, {}))
        workbench_.notices.say(std::move(notice));
}

Image Stage::picture() const
{
    ImGui::SetCurrentContext(context_);
    return rasterised(*ImGui::GetDrawData(), ui_.look().ground);
}

} // namespace switchroom::gui
