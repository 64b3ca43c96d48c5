#include "sim/scenario/text_layout.h"

#include "sim/scenario/parse_toml.h"

#include <algorithm>
#include <map>

namespace switchroom {

namespace {

using Shape = TextValue::Shape;

std::size_t end_of_string(std::string_view text, std::size_t i)
{
    const char quote = text[i];
    const std::string triple(3, quote);
    const bool is_long = text.substr(i).starts_with(triple);
    for (std::size_t k = i + (is_long ? 3 : 1); k < text.size(); ++k) {
        if (quote == '"' && text[k] == '\\')
            ++k;
        else if (!is_long && text[k] == quote)
            return k + 1;
        else if (is_long && text.substr(k).starts_with(triple)) {
            k += 3;
            while (k < text.size() && text[k] == quote) // up to two quotes may stand before the closing three
                ++k;
            return k;
        }
    }
    return text.size();
}

/// Reads a valid text from front to back.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text), at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

    TextLayout layout()
    {
        TextLayout layout;
        layout.sections.emplace_back();
        layout.sections.back().begin = layout.sections.back().end = at_;
        for (skip(" \t\r\n"); at_ < text_.size(); skip(" \t\r\n"))
            if (text_[at_] == '[')
                layout.sections.push_back(header());
            else
                layout.sections.back().entries.push_back(entry());
        return layout;
    }

private:
    /// Over these characters, and over comments where they include the end of a line.
    void skip(std::string_view these)
    {
        const bool lines = these.find('\n') != std::string_view::npos;
        while (at_ < text_.size()) {
            if (lines && text_[at_] == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else if (these.find(text_[at_]) != std::string_view::npos)
                ++at_;
            else
                return;
        }
    }

    std::string key_part()
    {
        const std::size_t begin = at_;
        if (text_[at_] != '"' && text_[at_] != '\'') {
            at_ = std::min(text_.find_first_of(" \t.=]", at_), text_.size());
            return std::string(text_.substr(begin, at_ - begin));
        }
        at_ = end_of_string(text_, at_);
        const auto parsed = parse_toml(std::string(text_.substr(begin, at_ - begin)) + " = 0", "");
        return parsed && parsed->entries.size() == 1 ? parsed->entries[0].first : std::string();
    }

    ValuePath key()
    {
        ValuePath path;
        for (;;) {
            skip(" \t");
            path.push_back({key_part(), {}});
            skip(" \t");
            if (at_ >= text_.size() || text_[at_] != '.')
                return path;
            ++at_;
        }
    }

    TextSection header()
    {
        TextSection section;
        section.begin = at_;
        section.of_list = text_.substr(at_).starts_with("[[");
        at_ += section.of_list ? 2 : 1;
        const ValuePath names = key();
        at_ += section.of_list ? 2 : 1;
        section.end = at_;
        for (std::size_t i = 0; i < names.size(); ++i) {
            section.path.push_back(names[i]);
            const auto list = lists_.find(to_text(section.path));
            const bool is_new = section.of_list && i + 1 == names.size();
            if (is_new)
                section.path.push_back({"", list == lists_.end() ? 0 : list->second});
            else if (list != lists_.end())
                section.path.push_back({"", list->second - 1});
            if (is_new)
                ++lists_[to_text(head(section.path, section.path.size() - 1))];
        }
        return section;
    }

    TextEntry entry()
    {
        TextEntry entry;
        entry.begin = at_;
        entry.key = key();
        ++at_; // =
        skip(" \t");
        entry.value = value();
        return entry;
    }

    TextValue value()
    {
        TextValue value;
        value.begin = at_;
        const char first = text_[at_];
        if (first == '"' || first == '\'') {
            at_ = end_of_string(text_, at_);
        } else if (first == '[') {
            value.shape = Shape::list;
            ++at_;
            for (skip(" \t\r\n,"); text_[at_] != ']'; skip(" \t\r\n,"))
                value.items.push_back(this->value());
            ++at_;
        } else if (first == '{') {
            value.shape = Shape::table;
            ++at_;
            for (skip(" \t\r\n,"); text_[at_] != '}'; skip(" \t\r\n,"))
                value.entries.push_back(entry());
            ++at_;
        } else {
            at_ = std::min(text_.find_first_of(",]}#\r\n", at_), text_.size());
            while (at_ > value.begin && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t'))
                --at_;
        }
        value.end = at_;
        return value;
    }

    std::string_view text_;
    std::size_t at_;
    std::map<std::string, std::size_t> lists_; ///< how many sections each list has so far
};

/// From the value at path[at...] on.
bool descend(const TextValue& from, const ValuePath& path, std::size_t at, TextSpot& spot)
{
    if (at == path.size()) {
        spot.value = &from;
        return true;
    }
    if (path[at].position) {
        if (from.shape != Shape::list || *path[at].position >= from.items.size())
            return false;
        spot.container = &from;
        spot.position = *path[at].position;
        return descend(from.items[spot.position], path, at + 1, spot);
    }
    if (from.shape != Shape::table)
        return false;
    for (std::size_t i = 0; i < from.entries.size(); ++i) {
        const ValuePath& key = from.entries[i].key;
        if (key.size() > path.size() - at ||
            !std::equal(key.begin(), key.end(), path.begin() + static_cast<std::ptrdiff_t>(at)))
            continue;
        spot.container = &from;
        spot.position = i;
        if (descend(from.entries[i].value, path, at + key.size(), spot))
            return true;
    }
    return false;
}

} // namespace

TextLayout layout_of(std::string_view text)
{
    return Scanner(text).layout();
}

TextSpot find_spot(const TextLayout& layout, const ValuePath& path)
{
    for (const TextSection& section : layout.sections) {
        if (!starts_with(path, section.path))
            continue;
        for (const TextEntry& entry : section.entries) {
            ValuePath full = section.path;
            full.insert(full.end(), entry.key.begin(), entry.key.end());
            TextSpot spot{&section, &entry, nullptr, nullptr, 0};
            if (starts_with(path, full) && descend(entry.value, path, full.size(), spot))
                return spot;
        }
    }
    return {};
}

std::size_t line_begin(std::string_view text, std::size_t at)
{
    const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t line_end(std::string_view text, std::size_t at)
{
    const std::size_t newline = text.find('\n', at);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

namespace {

char first_of_line(std::string_view text, std::size_t begin)
{
    const std::size_t at = text.find_first_not_of(" \t\r", begin);
    return at == std::string_view::npos ? '\n' : text[at];
}

} // namespace

bool is_blank_line(std::string_view text, std::size_t begin)
{
    return first_of_line(text, begin) == '\n';
}

bool is_comment_line(std::string_view text, std::size_t begin)
{
    return first_of_line(text, begin) == '#';
}

} // namespace switchroom
