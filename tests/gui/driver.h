#pragma once
/// A person at the window, without a window: finds what is written on the screen, clicks it, types, drags.
///
///   Driver driver;
///   driver.open("daytime-overflow");            // of the scenario library
///   driver.click("Compare");
///   REQUIRE(driver.settle());
///   CHECK(driver.items().shows("answer rate"));

#include "gui/app/stage.h"
#include "tests/gui/overlay_files.h"

#include <string>
#include <string_view>

namespace switchroom::gui::test {

class Driver {
public:
    explicit Driver(int width = 1280, int height = 800, RunFeedOptions options = {.replications = 60});

    Workbench& bench() { return bench_; }
    const Items& items() { return stage_.ui().items; }
    Stage& stage() { return stage_; }
    /// What was saved stays in memory.
    OverlayFiles& files() { return files_; }

    /// A scenario of the library by its name, or a file by its path; with a frame drawn.
    void open(const std::string& scenario);
    void show(Screen screen);

    void frame(int count = 1);
    void resize(int width, int height);
    /// Draws until what is shown is final. False after so many seconds.
    bool settle(double seconds = 300.0);

    /// Presses the item of this label (scrolled into sight if need be). Fails the test if there is none.
    void click(std::string_view label);
    void click(ItemKind kind, std::string_view label);
    void click_at(Point at);
    void double_click_at(Point at);
    /// Holds the left button from one point to the other, in steps.
    void drag(Point from, Point to);
    /// Drags the grab of a slider to this share of its width, 0 … 1.
    void drag_slider(std::string_view label, double share);
    void wheel(Point at, float notches);
    void move_to(Point at);
    /// Types into whatever has the focus.
    void type(std::string_view words);
    /// A key by GLFW's number (letters: upper case), pressed and let go.
    void press(int key, bool ctrl = false, bool shift = false);
    /// Replaces the content of a field and leaves it by Enter.
    void fill_in(std::string_view label, std::string_view words);

    /// Of the last frame. Null: nothing is called so.
    const Item* find(std::string_view label) { return items().find(label); }
    Image picture() const { return stage_.picture(); }

private:
    const Item& in_sight(ItemKind kind, bool any_kind, std::string_view label);

    OverlayFiles files_;
    Workbench bench_;
    Stage stage_;
    int width_;
    int height_;
};

/// How many colours a part of a picture has: a blank plot has one or two.
std::size_t colours_in(const Image& image, Rect rect);

/// Every text, label and value of the screen, a line each: for messages of failing tests.
std::string described(const Items& items);

} // namespace switchroom::gui::test
