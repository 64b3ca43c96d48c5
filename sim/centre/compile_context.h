#pragma once
/// What every part of compiling needs: the document, the calendar over which it is laid, the model as far as
/// it is built, and the errors found so far. One compile() at a time uses one.

#include "sim/calllog/call_log.h"
#include "sim/centre/calendar.h"
#include "sim/centre/centre_model.h"
#include "sim/centre/compile.h"
#include "sim/centre/spans.h"
#include "sim/centre/week_time.h"
#include "sim/scenario/scenario.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace switchroom {

/// When a group's people are there.
struct Presence {
    Timeline<int> scheduled; ///< people paid to be there, before shrinkage
    Spans away;              ///< meetings: none of them answers
};

/// A person whose speed or skills differ from the group's: a group of one in the model.
struct Member {
    std::uint32_t group = 0; ///< of the scenario
    std::size_t person = 0;  ///< in Group::individuals
    Timeline<int> scheduled;
};

struct CompileContext {
    CompileContext(const ScenarioDocument& document_, const CompileOptions& options_, Calendar calendar_)
        : document(document_), options(options_), calendar(std::move(calendar_))
    {
    }

    const ScenarioDocument& document;
    const CompileOptions& options;
    Calendar calendar;    ///< from the day before the warm-up to the day after the end, for windows that wrap
    double begin_s = 0.0; ///< start of the warm-up
    double end_s = 0.0;   ///< no call arrives from here on
    std::optional<Spans> practice_hours; ///< none: always open

    CentreModel model;
    std::map<std::string, std::uint32_t, std::less<>> contact_ids; ///< of those that are served
    std::map<std::string, std::uint32_t, std::less<>> group_ids;
    std::vector<Presence> presence; ///< by group id, members included
    std::vector<Member> members;    ///< groups of the model after those of the scenario
    std::map<std::string, std::shared_ptr<const CallLog>> logs; ///< those read so far, by file and format
    Diagnostics errors;

    const Scenario& scenario() const { return document.scenario; }
    const std::vector<Date>& closures() const;

    /// All of the calendar.
    Spans always() const;
    /// The hours of a contact: its own, the practice's, or always.
    Spans hours_of(const Contact& contact) const;

    /// The contact that the document names at `path`; none (and an error) where nobody serves it.
    std::uint32_t served_contact(std::string_view path, const std::string& name);

    /// An error at the place where the document says `path`.
    void error(std::string_view path, std::string message);
    /// Errors that have no place yet get that of `path`.
    void error(std::string_view path, Diagnostics problems);

    /// The content of a file that the document names at `path`; missing (and an error) if it cannot be read.
    struct NamedFile {
        std::string name;
        std::string content;
    };
    std::optional<NamedFile> read_file(std::string_view path, const std::string& written);
    /// The path of a file that the document names at `path`, checked as above but not read.
    std::optional<std::string> resolve(std::string_view path, const std::string& written);
};

/// "contacts[3].talk"
std::string path_of(std::string_view array, std::size_t index, std::string_view key = {});

/// The context before anything is compiled; the calendar and hours are ready. Error: an unknown time zone.
Result<CompileContext> begin_compile(const ScenarioDocument& document, const CompileOptions& options);

/// The number of `items` in the array, once `first` is where they begin.
template <class T>
Range range_from(std::size_t first, const std::vector<T>& items)
{
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(items.size() - first)};
}

} // namespace switchroom
