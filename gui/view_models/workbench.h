#pragma once
/// The whole window without its pixels: what is open, which screen is shown, every screen's state, and the
/// commands that menus, shortcuts and the palette give.

#include "gui/view_models/compare_view.h"
#include "gui/view_models/data_view.h"
#include "gui/view_models/day_view.h"
#include "gui/view_models/desk.h"
#include "gui/view_models/erlang_view.h"
#include "gui/view_models/file_browser.h"
#include "gui/view_models/live_view.h"
#include "gui/view_models/memory.h"
#include "gui/view_models/notices.h"
#include "gui/view_models/overview_view.h"
#include "gui/view_models/promise_view.h"
#include "gui/view_models/report_view.h"
#include "gui/view_models/scenario_view.h"
#include "gui/view_models/screen.h"
#include "gui/view_models/sensitivity_view.h"
#include "gui/view_models/welcome.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

class Workbench {
public:
    Workbench(FileSystem& files, RunFeedOptions options, Wake wake);

    Desk desk;
    OverviewView overview;
    DayView day;
    PromiseView promise;
    ErlangView erlang;
    ScenarioView scenario_view;
    CompareView compare;
    SensitivityView sensitivity;
    ReportView report;
    std::optional<Memory> memory; ///< none: nothing is remembered (pictures, tests)
    Notices notices;
    LiveView live{desk.wake};
    DataView data{desk.wake};
    FileBrowser browser;
    std::vector<WelcomeEntry> library = welcome_entries();
    bool shows_welcome = true; ///< instead of a screen
    bool shows_palette = false;
    std::string palette_words; ///< typed into the palette
    std::size_t palette_row = 0;
    bool shows_shortcuts = false;
    bool wants_to_quit = false;

    Screen screen() const { return screen_; }
    void show(Screen screen);

    /// A scenario file is opened and shown, a log is looked at on the Data screen. Errors become notices.
    void open(const std::string& path);
    /// A copy of a scenario of the library, by its name ("daytime-overflow").
    void open_template(const std::string& name);
    void close(std::size_t scenario);
    void choose(std::size_t scenario);

    /// Work that was left unsaved, by its id, is taken back.
    void recover(const std::string& id);

    void ask_to_open();
    void save();
    void ask_to_save_as();
    void undo();
    void redo();

    /// Every frame before drawing: takes finished work, orders what is missing for the screen that is shown.
    void update(double seconds_since_last);
    /// Of the window: screen, scenario, program; "•" where something is not saved.
    std::string title() const;
    /// What the shown screen shows is final.
    bool settled() const;

private:
    void add(std::unique_ptr<ScenarioEditor> editor);
    void save_as(std::uint32_t editor, const std::string& path);

    Screen screen_ = Screen::overview;
};

} // namespace switchroom::gui
