#include "sim/scenario/read.h"

#include "sim/scenario/include.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/read_values.h"
#include "sim/scenario/validate.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Rings must be known before any duration is read.
std::optional<Duration> length_of_a_ring(const Node& root)
{
    const Node* ring = root.find("ring");
    if (!ring || !ring->is(Node::Kind::text))
        return std::nullopt;
    return parse_duration(ring->text);
}

/// A file of another format is not worth reading further: its keys mean something else.
bool is_other_format(const Node& root, Reporter& report)
{
    const Node* format = root.find("format");
    if (!format || (format->is(Node::Kind::integer) && format->integer == 1))
        return false;
    report.error_at(format->where, "format",
                    fmt::format("found format {}, expected 1, the only one so far{}", describe(*format),
                                format->is(Node::Kind::integer) && format->integer > 1
                                    ? "; a later version of the program may read this file"
                                    : ""));
    return true;
}

Result<ScenarioDocument> read_merged(MergedFiles merged, const std::string& name)
{
    ScenarioDocument document;
    document.file = name;
    document.files = std::move(merged.files);
    document.sources = places_of(merged.root);
    Reporter report(document.sources);
    if (!is_other_format(merged.root, report)) {
        ReadContext context{report, length_of_a_ring(merged.root)};
        read_table(context, merged.root, "", document.scenario);
        validate(document.scenario, report);
    }
    Diagnostics all = report.sorted(document.files);
    if (has_errors(all))
        return all;
    document.warnings = std::move(all);
    return document;
}

} // namespace

Result<ScenarioDocument> read_scenario_text(const FileSystem& files, std::string_view text,
                                            const std::string& name, const ReadOptions& options)
{
    auto merged = merge_includes(files, text, name, options.allow_outside);
    if (!merged)
        return merged.errors();
    return read_merged(std::move(*merged), name);
}

Result<ScenarioDocument> read_scenario(const FileSystem& files, const std::string& path,
                                       const ReadOptions& options)
{
    const auto text = files.read(path);
    if (!text)
        return text.errors();
    return read_scenario_text(files, *text, path, options);
}

} // namespace switchroom
