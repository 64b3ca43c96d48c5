#include "tests/gui/driver.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

namespace switchroom::gui::test {

namespace {

ImVec2 vec(Point p)
{
    return {p.x, p.y};
}

} // namespace

Driver::Driver(int width, int height, RunFeedOptions options)
    : bench_(files_, std::move(options), {}), stage_(bench_), width_(width), height_(height)
{
    frame(2);
}

void Driver::open(const std::string& scenario)
{
    if (scenario.find('/') != std::string::npos)
        bench_.open(scenario);
    else
        bench_.open_template(scenario);
    frame(2);
}

void Driver::show(Screen screen)
{
    bench_.show(screen);
    frame(2);
}

void Driver::frame(int count)
{
    for (int i = 0; i < count; ++i)
        stage_.headless_frame(width_, height_);
}

void Driver::resize(int width, int height)
{
    width_ = width;
    height_ = height;
    frame(2);
}

bool Driver::settle(double seconds)
{
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::duration<double>(seconds);
    for (int rested = 0; rested < 3;) {
        if (Clock::now() > deadline)
            return false;
        frame();
        rested = bench_.settled() ? rested + 1 : 0;
        if (rested == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
    return true;
}

const Item& Driver::in_sight(ItemKind kind, bool any_kind, std::string_view label)
{
    const auto find = [&] { return any_kind ? items().find(label) : items().find(kind, label); };
    for (int tries = 0; tries < 60; ++tries) {
        const Item* item = find();
        if (!item)
            break;
        if (item->visible)
            return *item;
        const float towards = item->rect.min.y < 0.0F ? 1.0F : -1.0F;
        wheel({0.6F * static_cast<float>(width_), 0.6F * static_cast<float>(height_)}, towards);
    }
    const Item* item = find();
    INFO(described(items()));
    REQUIRE_MESSAGE(item != nullptr, "nothing on the screen is called \"" << label << "\"");
    return *item;
}

void Driver::click(std::string_view label)
{
    click_at(in_sight(ItemKind::text, true, label).rect.centre());
}

void Driver::click(ItemKind kind, std::string_view label)
{
    click_at(in_sight(kind, false, label).rect.centre());
}

void Driver::move_to(Point at)
{
    ImGui::GetIO().MousePos = vec(at);
    frame(2);
}

void Driver::click_at(Point at)
{
    move_to(at);
    ImGui::GetIO().MouseDown[0] = true;
    frame();
    ImGui::GetIO().MouseDown[0] = false;
    frame(2);
}

void Driver::double_click_at(Point at)
{
    click_at(at);
    click_at(at);
}

void Driver::drag(Point from, Point to)
{
    move_to(from);
    ImGui::GetIO().MouseDown[0] = true;
    frame();
    constexpr int steps = 6;
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        ImGui::GetIO().MousePos = ImVec2(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        frame();
    }
    ImGui::GetIO().MouseDown[0] = false;
    frame(2);
}

void Driver::drag_slider(std::string_view label, double share)
{
    const Rect rect = in_sight(ItemKind::slider, false, label).rect;
    const float inset = 10.0F; // half a grab
    const float x = rect.min.x + inset + static_cast<float>(share) * (rect.width() - 2 * inset);
    drag(rect.centre(), {x, rect.centre().y});
}

void Driver::wheel(Point at, float notches)
{
    move_to(at);
    ImGui::GetIO().MouseWheel = notches;
    frame(2);
}

void Driver::type(std::string_view words)
{
    ImGui::GetIO().AddInputCharactersUTF8(std::string(words).c_str());
    frame(2);
}

void Driver::press(int key, bool ctrl, bool shift)
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = ctrl;
    io.KeyShift = shift;
    io.KeysDown[key] = true;
    frame();
    io.KeysDown[key] = false;
    io.KeyCtrl = false;
    io.KeyShift = false;
    frame(2);
}

void Driver::fill_in(std::string_view label, std::string_view words)
{
    click(ItemKind::input, label);
    press('A', true);
    type(words);
    press(257); // Enter
}

std::size_t colours_in(const Image& image, Rect rect)
{
    std::set<std::uint32_t> colours;
    const int x1 = std::min(image.width, static_cast<int>(rect.max.x));
    const int y1 = std::min(image.height, static_cast<int>(rect.max.y));
    for (int y = std::max(0, static_cast<int>(rect.min.y)); y < y1; ++y)
        for (int x = std::max(0, static_cast<int>(rect.min.x)); x < x1; ++x) {
            const std::uint8_t* pixel = image.at(x, y);
            colours.insert(static_cast<std::uint32_t>(pixel[0]) << 16U |
                           static_cast<std::uint32_t>(pixel[1]) << 8U | pixel[2]);
        }
    return colours.size();
}

std::string described(const Items& items)
{
    std::string lines;
    for (const Item& item : items.all())
        lines += item.label + (item.value.empty() ? "" : " = " + item.value) + "\n";
    return lines;
}

} // namespace switchroom::gui::test
