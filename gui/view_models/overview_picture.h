#pragma once
/// What the overview says about a scenario: pure functions of its results.

#include "gui/view_models/kpi_tile.h"
#include "gui/view_models/staff_shortage.h"

#include <optional>
#include <string>
#include <vector>

namespace switchroom::gui {

/// One cause, the costliest first.
struct LimitLine {
    std::string cause; ///< "People", "Lines" …
    std::string words; ///< a sentence with its number
    std::string when;  ///< "Half of them in 3 of the week's 50 half-hours with calls."; may be empty
    double share = 0.0;
};

/// A time of the week at which few calls are served in time.
struct WorstSlot {
    std::size_t row = 0;
    std::string when;  ///< "Monday 08:00"
    std::string words; ///< "52 % in time of 25 calls"
    double level = 0.0;
    double calls = 0.0; ///< offered, on an average such day
};

struct OverviewPicture {
    std::string headline;
    Standing standing = Standing::no_target;
    std::string verdict; ///< one to three sentences
    std::vector<KpiTile> tiles;
    std::string changes; ///< what the tiles' changes are told against; empty: none has changed
    std::vector<LimitLine> limits;
    std::string limits_nothing; ///< said where nothing limits
    std::vector<WorstSlot> worst;
    double wanted_level = 0.0; ///< NaN: no target
};

struct OverviewInput {
    const ExperimentResult* result = nullptr; ///< rows by `grid`
    report::WeekGrid grid;
    Estimate cost; ///< of a month
    bool cost_is_complete = false;
    const TileReference* reference = nullptr; ///< may be null
    const StaffShortage* shortage = nullptr;  ///< null: nobody is short, or it is not known yet
    Locale locale;
};

OverviewPicture overview_picture(const OverviewInput& input);

/// The steps of the week with the lowest service level, lowest first; those with less than one offered call
/// on an average such day tell nothing and are left out.
std::vector<WorstSlot> worst_slots(const ExperimentResult& result, const report::WeekGrid& grid,
                                   std::size_t most, const Locale& locale);

/// "Monday 08:00" of a row of the grid.
std::string slot_words(const report::WeekGrid& grid, std::size_t row, Language language);
/// "Monday" of 0.
std::string weekday_words(std::size_t weekday, Language language);

} // namespace switchroom::gui
