#include "sim/calllog/mapping.h"

#include "sim/calllog/time_format.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <functional>

namespace switchroom {

namespace {

/// Reads one table key by key, then complains about every key that nobody asked for.
class TableReader {
public:
    TableReader(const std::string& file, Diagnostics& errors) : file_(file), errors_(errors) {}

    using Read = std::function<void(const toml::node&)>;
    struct Key {
        std::string_view name;
        Read read;
    };

    void read(const toml::table& table, const std::vector<Key>& keys)
    {
        for (const auto& [name, node] : table) {
            const auto key =
                std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == name.str(); });
            if (key != keys.end())
                key->read(node);
            else
                fail(name.source(),
                     fmt::format("found key \"{}\", expected one of {}", name.str(), names(keys)));
        }
    }

    Read text(std::string& into)
    {
        return [this, &into](const toml::node& node) {
            if (const auto value = node.value_exact<std::string>())
                into = *value;
            else
                fail(node.source(), "expected a text in quotes");
        };
    }

    Read texts(std::vector<std::string>& into)
    {
        return [this, &into](const toml::node& node) {
            const toml::array* array = node.as_array();
            if (array == nullptr || array->empty() || !array->is_homogeneous<std::string>())
                return fail(node.source(), "expected a list of words such as [\"Handled\", \"Answered\"]");
            for (const auto& word : *array)
                into.push_back(*word.value_exact<std::string>());
        };
    }

    /// A column's name, or a table that says more.
    Read column(std::string& into, std::vector<Key> keys)
    {
        return [this, &into, keys = std::move(keys)](const toml::node& node) {
            const toml::table* table = node.as_table();
            if (table == nullptr)
                return text(into)(node);
            read(*table, keys);
            if (into.empty())
                fail(node.source(), "this table names no column");
        };
    }

    void fail(const toml::source_region& where, std::string message)
    {
        errors_.push_back({Severity::error,
                           {file_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)},
                           std::move(message)});
    }

private:
    static std::string names(const std::vector<Key>& keys)
    {
        std::string all;
        for (const Key& key : keys)
            all += (all.empty() ? "" : ", ") + std::string(key.name);
        return all;
    }

    std::string file_;
    Diagnostics& errors_;
};

TableReader::Read unit(TableReader& reader, double& into)
{
    return [&](const toml::node& node) {
        constexpr std::pair<std::string_view, double> units[] = {
            {"s", 1.0}, {"ms", 0.001}, {"min", 60.0}, {"h", 3600.0}, {"H:MM:SS", 0.0}};
        const auto found = std::find_if(std::begin(units), std::end(units), [&](const auto& u) {
            return node.value_exact<std::string>() == std::string(u.first);
        });
        if (found == std::end(units))
            return reader.fail(node.source(),
                               "expected a unit: \"s\", \"ms\", \"min\", \"h\" or \"H:MM:SS\"");
        into = found->second;
    };
}

TableReader::Read format(TableReader& reader, std::string& into)
{
    return [&](const toml::node& node) {
        reader.text(into)(node);
        if (!is_time_format(into))
            reader.fail(node.source(),
                        "expected a time format such as \"%d/%m/%Y %H:%M:%S\" (of %Y %y %m %d %H %I %M %S "
                        "%p %z %s), with date and time");
    };
}

TableReader::Read character(TableReader& reader, std::string_view allowed,
                            const std::function<void(char)>& into)
{
    return [&reader, allowed, into](const toml::node& node) {
        const auto value = node.value_exact<std::string>();
        if (!value || value->size() != 1 || allowed.find(value->front()) == std::string_view::npos)
            return reader.fail(node.source(), fmt::format("expected one character of {}", allowed));
        into(value->front());
    };
}

TableReader::Read instant(TableReader& reader, TimeColumn& into)
{
    return reader.column(into.column, {{"column", reader.text(into.column)},
                                       {"time", reader.text(into.column)},
                                       {"date", reader.text(into.date)},
                                       {"format", format(reader, into.format)}});
}

TableReader::Read duration(TableReader& reader, DurationColumn& into)
{
    return reader.column(into.column,
                         {{"column", reader.text(into.column)}, {"unit", unit(reader, into.unit_s)}});
}

TableReader::Read subtable(TableReader& reader, std::vector<TableReader::Key> keys)
{
    return [&reader, keys = std::move(keys)](const toml::node& node) {
        if (const toml::table* table = node.as_table())
            reader.read(*table, keys);
        else
            reader.fail(node.source(), "expected a table");
    };
}

TableReader::Read log_table(TableReader& reader, ColumnMapping& mapping, std::string& time_format)
{
    const auto zone = [&](const toml::node& node) {
        std::string name;
        reader.text(name)(node);
        auto found = find_time_zone(name);
        if (found)
            mapping.zone = *found;
        else
            reader.fail(node.source(), found.errors().front().message);
    };
    const auto longest = [&](const toml::node& node) {
        const auto hours = node.value<double>();
        if (!hours || !(*hours > 0.0))
            return reader.fail(node.source(), "expected a number of hours above 0");
        mapping.longest_s = *hours * 3600.0;
    };
    return subtable(reader,
                    {{"zone", zone},
                     {"separator", character(reader, ",;\t|", [&](char c) { mapping.separator = c; })},
                     {"decimal", character(reader, ".,", [&](char c) { mapping.decimal = c; })},
                     {"time_format", format(reader, time_format)},
                     {"longest_hours", longest},
                     {"queue", reader.text(mapping.all_queue)}});
}

TableReader::Read columns_table(TableReader& reader, ColumnMapping& m)
{
    return subtable(reader, {{"call_id", reader.text(m.call_id)},
                             {"queue", reader.text(m.queue)},
                             {"priority", reader.text(m.priority)},
                             {"caller", reader.text(m.caller)},
                             {"agent", reader.text(m.agent)},
                             {"arrived_at", instant(reader, m.arrived_at)},
                             {"queued_at", instant(reader, m.queued_at)},
                             {"answered_at", instant(reader, m.answered_at)},
                             {"left_at", instant(reader, m.left_at)},
                             {"ended_at", instant(reader, m.ended_at)},
                             {"wait", duration(reader, m.wait)},
                             {"ring", duration(reader, m.ring)},
                             {"talk", duration(reader, m.talk)},
                             {"hold", duration(reader, m.hold)},
                             {"wrap_up", duration(reader, m.wrap_up)},
                             {"transfer_of", reader.text(m.transfer_of)},
                             {"retry_of", reader.text(m.retry_of)}});
}

TableReader::Read outcome_table(TableReader& reader, ColumnMapping& mapping)
{
    std::vector<TableReader::Key> keys{{"column", reader.text(mapping.outcome)},
                                       {"ignored", reader.texts(mapping.ignored)}};
    static const std::array<std::string, call_outcome_count> names = [] {
        std::array<std::string, call_outcome_count> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = to_text(static_cast<CallOutcome>(i));
        return all;
    }();
    for (std::size_t i = 0; i < names.size(); ++i)
        keys.push_back({names[i], reader.texts(mapping.words[i])});
    return subtable(reader, std::move(keys));
}

void fill_default_formats(ColumnMapping& mapping, const std::string& time_format)
{
    for (TimeColumn* time :
         {&mapping.arrived_at, &mapping.queued_at, &mapping.answered_at, &mapping.left_at, &mapping.ended_at})
        if (time->format.empty())
            time->format = time_format;
}

} // namespace

Result<ColumnMapping> parse_mapping(const std::string& file, std::string_view text)
{
    toml::table document;
    try {
        document = toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        return Diagnostic{Severity::error,
                          {file, static_cast<int>(at.line), static_cast<int>(at.column)},
                          std::string(error.description())};
    }
    ColumnMapping mapping;
    Diagnostics errors;
    std::string time_format;
    TableReader reader(file, errors);
    reader.read(document, {{"log", log_table(reader, mapping, time_format)},
                           {"columns", columns_table(reader, mapping)},
                           {"outcome", outcome_table(reader, mapping)}});
    fill_default_formats(mapping, time_format);
    if (mapping.arrived_at.column.empty())
        errors.push_back(
            error_in(file, "`[columns]` must say where `arrived_at` stands: the start of the call"));
    if (has_errors(errors))
        return errors;
    return mapping;
}

ColumnMapping canonical_mapping()
{
    ColumnMapping m;
    m.call_id = "call_id";
    m.queue = "queue";
    m.priority = "priority";
    m.caller = "caller";
    m.agent = "agent";
    m.arrived_at.column = "arrived_at";
    m.queued_at.column = "queued_at";
    m.answered_at.column = "answered_at";
    m.left_at.column = "left_at";
    m.ended_at.column = "ended_at";
    m.wait.column = "wait_s";
    m.ring.column = "ring_s";
    m.talk.column = "talk_s";
    m.hold.column = "hold_s";
    m.wrap_up.column = "wrap_s";
    m.transfer_of = "transfer_of";
    m.retry_of = "retry_of";
    m.outcome = "outcome";
    m.optional_columns = true;
    return m;
}

} // namespace switchroom
