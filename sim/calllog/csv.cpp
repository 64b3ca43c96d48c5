#include "sim/calllog/csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace switchroom {

namespace {

char likeliest_separator(std::string_view line)
{
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        bool quoted = false;
        std::ptrdiff_t count = 0;
        for (const char c : line) {
            quoted ^= c == '"';
            count += !quoted && c == candidate;
        }
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace

CsvReader::CsvReader(std::string_view text, CsvOptions options) : text_(text), quotes_(options.quotes)
{
    if (text_.starts_with("\xEF\xBB\xBF"))
        at_ = 3;
    read_comments();
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    separator_ = options.separator.value_or(likeliest_separator(text_.substr(at_, end - at_)));
}

void CsvReader::read_comments()
{
    while (at_ < text_.size() && text_[at_] == '#') {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        comments_.emplace_back(trimmed(text_.substr(at_ + 1, end - at_ - 1)));
        at_ = std::min(end + 1, text_.size());
        ++line_;
    }
}

/// at_ is behind the opening quote; leaves it behind the closing one.
void CsvReader::read_quoted(std::string& field)
{
    while (at_ < text_.size()) {
        const char c = text_[at_++];
        if (c == '"') {
            if (at_ >= text_.size() || text_[at_] != '"')
                return;
            ++at_;
        }
        line_ += c == '\n';
        field += c;
    }
    quote_left_open_ = true;
}

bool CsvReader::next(std::vector<std::string>& fields)
{
    while (at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n")) {
        at_ += text_[at_] == '\n' ? 1 : 2;
        ++line_;
    }
    if (at_ >= text_.size())
        return false;
    record_line_ = line_;
    std::size_t count = 0;
    for (;;) {
        if (count == fields.size())
            fields.emplace_back();
        std::string& field = fields[count++];
        field.clear();
        if (quotes_ && at_ < text_.size() && text_[at_] == '"') {
            ++at_;
            read_quoted(field);
        }
        const char stops[] = {separator_, '\n'};
        const std::size_t end = std::min(text_.find_first_of(std::string_view(stops, 2), at_), text_.size());
        field.append(text_.substr(at_, end - at_));
        at_ = end + 1;
        if (end < text_.size() && text_[end] == separator_)
            continue;
        if (field.ends_with('\r'))
            field.pop_back();
        cut_off_ = end >= text_.size();
        ++line_;
        break;
    }
    fields.resize(count);
    return true;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<double> parse_number(std::string_view field, char decimal)
{
    std::string text(trimmed(field));
    if (text.starts_with('+'))
        text.erase(0, 1);
    if (decimal != '.') {
        if (text.find('.') != std::string::npos)
            return std::nullopt;
        std::replace(text.begin(), text.end(), decimal, '.');
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_integer(std::string_view field)
{
    field = trimmed(field);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (field.empty() || error != std::errc{} || end != field.data() + field.size())
        return std::nullopt;
    return value;
}

} // namespace switchroom
