#include "gui/view_models/field.h"

#include "gui/view_models/text.h"
#include "sim/scenario/literals.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/print_toml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

namespace switchroom::gui {

namespace {

using Kind = Node::Kind;

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::string with_comma(std::string text, const Locale& locale)
{
    if (locale.language == Language::french)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// At most twelve digits, so that 0.07 × 100 is 7.
std::string digits(double value)
{
    return fmt::format("{:.12g}", value);
}

/// A decimal number with a point or a comma, spaces between thousands.
std::optional<double> number_in(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    std::erase(text, ' ');
    if (text.starts_with('+'))
        text.erase(0, 1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "2min20s" → "2 min 20 s".
std::string spaced(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
        const bool letter_after_digit = i > 0 && is_digit(text[i - 1]) && text[i] >= 'a' && text[i] <= 'z';
        const bool digit_after_letter =
            i > 0 && is_digit(text[i]) && text[i - 1] >= 'a' && text[i - 1] <= 'z';
        if (letter_after_digit || digit_after_letter)
            out += ' ';
        out += text[i];
    }
    return out;
}

std::string show_share(const Node& node, const Locale& locale)
{
    std::optional<double> share;
    if (node.is(Kind::integer))
        share = static_cast<double>(node.integer);
    else if (node.is(Kind::number))
        share = node.number;
    else if (node.is(Kind::text))
        share = parse_percentage(node.text);
    return share ? with_comma(digits(100.0 * *share), locale) + " %" : std::string();
}

std::string show_list(const Node& node, const std::function<std::string(const Node&)>& show)
{
    if (!node.is(Kind::array))
        return show(node);
    std::string out;
    for (const Node& item : node.items)
        out += (out.empty() ? "" : ", ") + show(item);
    return out;
}

std::string plain(const Node& node)
{
    return node.is(Kind::text) ? node.text : toml_literal(node);
}

std::string show_windows(const Node& node)
{
    return show_list(node, [](const Node& item) {
        const auto window = item.is(Kind::text) ? parse_window(item.text) : std::nullopt;
        return window ? to_text(window->start) + "–" + to_text(window->end) : plain(item);
    });
}

std::vector<std::string> pieces(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (std::string piece = trimmed(text.substr(0, comma)); !piece.empty())
            found.push_back(std::move(piece));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return found;
}

std::string quoted(std::string text)
{
    return toml_literal(text_node(std::move(text)));
}

std::string quoted_list(const std::vector<std::string>& items)
{
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "" : ", ") + quoted(item);
    return "[" + out + "]";
}

class Reading {
public:
    Reading(const Field& field, std::string text, const Locale& locale)
        : field_(field), text_(std::move(text)), language_(locale.language)
    {
    }

    Typed read() const
    {
        switch (field_.kind) {
        case FieldKind::duration:
            return duration();
        case FieldKind::share:
            return share();
        case FieldKind::integer:
        case FieldKind::number:
        case FieldKind::money:
            return number();
        case FieldKind::date:
            return date();
        case FieldKind::clock:
            return clock();
        case FieldKind::windows:
            return windows();
        case FieldKind::choice:
        case FieldKind::flag:
            return choice();
        case FieldKind::names:
            return good(quoted_list(pieces(text_)));
        case FieldKind::promise:
            return text_ == "same day" ? good(quoted(text_)) : duration();
        case FieldKind::limit:
            return parse_duration(text_) ? duration() : share();
        case FieldKind::term:
            return parse_term(text_) ? good(quoted(text_)) : bad(Text::sc_error_term);
        case FieldKind::raw:
            return raw();
        default:
            return good(quoted(text_));
        }
    }

private:
    static Typed good(std::string literal) { return {std::move(literal), {}}; }
    template <class... Args>
    Typed bad(Text text, const Args&... args) const
    {
        return {{}, filled(text, language_, args...)};
    }

    bool within(double value) const
    {
        const Limits& limits = field_.limits;
        return (limits.open ? value > limits.least : value >= limits.least) && value <= limits.most;
    }
    Typed outside() const
    {
        const Limits& limits = field_.limits;
        if (std::isfinite(limits.most))
            return bad(Text::sc_error_between, digits(limits.least), digits(limits.most));
        return bad(limits.open ? Text::sc_error_above : Text::sc_error_least, digits(limits.least));
    }

    Typed duration() const
    {
        // Rings have their length elsewhere in the file: reading it checks them.
        const auto parsed = parse_duration(text_, seconds(1.0));
        if (!parsed)
            return bad(Text::sc_error_duration);
        if (!within(parsed->seconds))
            return outside();
        const bool rings = text_.find("ring") != std::string::npos;
        std::string written = text_;
        if (!rings)
            std::erase(written, ' ');
        return good(quoted(written));
    }
    Typed share() const
    {
        const bool percent = text_.ends_with('%');
        const auto parsed = number_in(percent ? text_.substr(0, text_.size() - 1) : text_);
        if (!parsed)
            return bad(Text::sc_error_share);
        // "80" is meant as 80 %, "0.8" as 0.8.
        const bool is_share = !percent && *parsed <= 1.0 && text_.find_first_of(".,") != std::string::npos;
        const double value = is_share ? *parsed : *parsed / 100.0;
        return value >= 0.0 && value <= 1.0 ? good(digits(value)) : bad(Text::sc_error_share);
    }
    Typed number() const
    {
        const auto parsed = number_in(text_);
        const bool whole = field_.kind == FieldKind::integer;
        if (!parsed || (whole && (*parsed != std::round(*parsed) || std::abs(*parsed) > 9e15)))
            return bad(whole ? Text::sc_error_integer : Text::sc_error_number);
        if (!within(*parsed))
            return outside();
        return good(whole ? fmt::format("{:.0f}", *parsed) : digits(*parsed));
    }
    Typed date() const
    {
        const auto parsed = parse_toml("x = " + text_ + "\n", "");
        const bool is_date = parsed.ok() && parsed->entries.size() == 1 &&
                             parsed->entries[0].second.is(Kind::date) && parsed->entries[0].second.date.ok();
        return is_date ? good(text_) : bad(Text::sc_error_date);
    }
    Typed clock() const
    {
        const auto parsed = parse_clock_time(text_);
        return parsed ? good(quoted(to_text(*parsed))) : bad(Text::sc_error_clock);
    }
    Typed windows() const
    {
        std::string plain_text = text_;
        for (std::size_t at = plain_text.find("–"); at != std::string::npos; at = plain_text.find("–"))
            plain_text.replace(at, std::string_view("–").size(), "-");
        std::vector<std::string> written;
        for (const std::string& piece : pieces(plain_text)) {
            const auto window = parse_window(piece);
            if (!window)
                return bad(Text::sc_error_windows);
            written.push_back(window_literal(*window));
        }
        return good(written.size() == 1 ? quoted(written[0]) : quoted_list(written));
    }
    Typed choice() const
    {
        const bool known =
            std::find(field_.choices.begin(), field_.choices.end(), text_) != field_.choices.end();
        if (!known)
            return bad(Text::sc_error_choice);
        return good(field_.kind == FieldKind::flag ? text_ : quoted(text_));
    }
    Typed raw() const
    {
        const auto parsed = parse_toml("x = " + text_ + "\n", "");
        const bool one = parsed.ok() && parsed->entries.size() == 1 && parsed->entries[0].first == "x";
        return one ? good(text_) : bad(Text::sc_error_raw);
    }

    const Field& field_;
    std::string text_;
    Language language_;
};

} // namespace

std::string show_node(FieldKind kind, const Node& node, const Locale& locale)
{
    switch (kind) {
    case FieldKind::share:
        if (std::string shown = show_share(node, locale); !shown.empty())
            return shown;
        break;
    case FieldKind::limit:
        if (node.is(Kind::text) && !parse_percentage(node.text))
            return spaced(node.text);
        return show_node(FieldKind::share, node, locale);
    case FieldKind::duration:
    case FieldKind::promise:
        if (node.is(Kind::text))
            return spaced(node.text);
        break;
    case FieldKind::number:
    case FieldKind::money:
        if (node.is(Kind::number))
            return with_comma(digits(node.number), locale);
        break;
    case FieldKind::windows:
        return show_windows(node);
    case FieldKind::names:
        return show_list(node, plain);
    case FieldKind::clock:
        if (node.is(Kind::clock))
            return to_text(node.clock);
        break;
    case FieldKind::raw:
        return toml_literal(node);
    default:
        break;
    }
    return plain(node);
}

Typed read_typed(const Field& field, std::string_view text, const Locale& locale)
{
    return Reading(field, trimmed(text), locale).read();
}

std::string title_of_choice(const Field& field, const std::string& choice)
{
    const auto at = std::find(field.choices.begin(), field.choices.end(), choice);
    const auto position = static_cast<std::size_t>(at - field.choices.begin());
    return position < field.titles.size() ? field.titles[position] : choice;
}

bool is_wide(FieldKind kind)
{
    return kind == FieldKind::raw || kind == FieldKind::names || kind == FieldKind::windows;
}

} // namespace switchroom::gui
