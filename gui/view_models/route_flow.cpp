#include "gui/view_models/route_flow.h"

#include "gui/view_models/field.h"
#include "gui/view_models/text.h"
#include "sim/scenario/print_toml.h"
#include "sim/scenario/reporter.h"

#include <algorithm>

namespace switchroom::gui {

namespace {

constexpr double margin = 22.0; ///< room for arrows that pass a step by
constexpr double step_width = 190.0;
constexpr double outcome_width = 126.0;
constexpr double across = 34.0; ///< between a step and what becomes of the call
constexpr double down = 30.0;   ///< between steps
constexpr double padding = 20.0;
constexpr double line_height = 18.0;
constexpr std::size_t letters_of_line = 23;

using Kind = Node::Kind;

/// Breaks at spaces, so that a line fits its box.
std::vector<std::string> wrapped(const std::string& text, std::size_t letters)
{
    std::vector<std::string> lines;
    std::string line;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        if (!line.empty() && line.size() + 1 + word.size() > letters) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    if (!line.empty())
        lines.push_back(line);
    return lines;
}

class Drawing {
public:
    explicit Drawing(Language language) : locale_{language, "EUR"} {}

    RouteFlow draw(const Node* steps, const std::string& path, bool open)
    {
        flow_.path = path;
        add_main({FlowKind::start, say(open ? Text::sc_flow_open : Text::sc_flow_closed), {}, {}});
        if (steps && steps->is(Kind::array))
            for (std::size_t i = 0; i < steps->items.size(); ++i)
                step(steps->items[i], join_path(path, i));
        if (main_.size() == 1 && open) {
            add_main({FlowKind::offer,
                      say(Text::sc_flow_offer),
                      wrapped(say(Text::sc_flow_all_groups), letters_of_line),
                      {}});
            outcome(say(Text::sc_flow_answered), {});
            next_ = say(Text::sc_flow_no_limit);
        }
        end(main_.size() == 1);
        flow_.height = y_ - down + 2.0;
        flow_.width = margin + step_width + across + outcome_width;
        return std::move(flow_);
    }

private:
    template <class... Args>
    std::string say(Text text, const Args&... args) const
    {
        return filled(text, locale_.language, args...);
    }

    std::string shown(FieldKind kind, const Node* table, std::string_view key) const
    {
        const Node* node = table ? table->find(key) : nullptr;
        return node ? show_node(kind, *node, locale_) : std::string();
    }

    /// A box of the column of steps, reached from the one before it.
    void add_main(FlowBox box)
    {
        box.x = margin;
        box.y = y_;
        box.width = step_width;
        box.height = padding + line_height * static_cast<double>(1 + box.lines.size());
        y_ += box.height + down;
        const std::size_t index = flow_.boxes.size();
        flow_.boxes.push_back(std::move(box));
        if (!main_.empty())
            flow_.arrows.push_back({main_.back(), index, FlowWay::down, next_});
        if (bypassed_)
            flow_.arrows.push_back({*bypassed_, index, FlowWay::around, say(Text::sc_flow_otherwise)});
        bypassed_.reset();
        next_.clear();
        main_.push_back(index);
    }

    /// To the right of the step added last.
    void outcome(const std::string& title, std::vector<std::string> lines, const std::string& label = {})
    {
        const FlowBox step = flow_.boxes[main_.back()];
        FlowBox box{FlowKind::outcome, title, std::move(lines), {}};
        box.x = margin + step_width + across;
        box.y = step.y;
        box.width = outcome_width;
        box.height = padding + line_height * static_cast<double>(1 + box.lines.size());
        y_ = std::max(y_, box.y + box.height + down);
        flow_.boxes.push_back(std::move(box));
        flow_.arrows.push_back({main_.back(), flow_.boxes.size() - 1, FlowWay::right, label});
    }

    /// What must hold for the step, as lines of its box.
    void conditions(const Node& step, std::vector<std::string>& lines) const
    {
        const Node* when = step.find("when");
        if (!when || !when->is(Kind::table))
            return;
        for (const auto& [key, value] : when->entries) {
            const SchemaKey* known = schema_key("routes.open.when." + key);
            std::string words = key;
            std::replace(words.begin(), words.end(), '_', ' ');
            for (std::string& line :
                 wrapped(say(Text::sc_flow_only_if, words,
                             show_node(known ? known->kind : FieldKind::raw, value, locale_)),
                         letters_of_line))
                lines.push_back(std::move(line));
        }
    }

    void step(const Node& step, const std::string& path)
    {
        if (!step.is(Kind::table))
            return;
        if (step.find("offer"))
            offer(step, path);
        else if (const Node* voicemail = step.find("voicemail"))
            leave_message(step, voicemail, path);
        else if (const Node* callback = step.find("callback"))
            call_back(step, callback, path);
        else if (const Node* bot = step.find("bot"))
            ask_bot(step, bot, path);
        if (step.find("when") && !main_.empty())
            bypassed_ = main_.back() > 0 ? std::optional(previous_) : std::nullopt;
    }

    void begin_step(FlowKind kind, Text title, const Node& step, const std::string& path,
                    std::vector<std::string> lines)
    {
        conditions(step, lines);
        previous_ = main_.back();
        add_main({kind, say(title), std::move(lines), path});
    }

    void offer(const Node& step, const std::string& path)
    {
        std::string groups;
        const Node& list = *step.find("offer");
        for (const Node& group : list.items)
            groups += (groups.empty() ? "" : say(Text::sc_flow_or)) + group.text;
        begin_step(FlowKind::offer, Text::sc_flow_offer, step, path, wrapped(groups, letters_of_line));
        outcome(say(Text::sc_flow_answered), {});
        const std::string limit = shown(FieldKind::duration, &step, "for");
        next_ = limit.empty() ? say(Text::sc_flow_no_limit) : say(Text::sc_flow_after, limit);
    }

    void leave_message(const Node& step, const Node* voicemail, const std::string& path)
    {
        begin_step(FlowKind::voicemail, Text::sc_flow_voicemail, step, path, {});
        outcome(say(Text::sc_flow_message),
                wrapped("→ " + shown(FieldKind::text, voicemail, "becomes"), letters_of_line - 10));
        const std::string share = shown(FieldKind::share, voicemail, "hang_up");
        next_ = say(Text::sc_flow_hang_up, share.empty() ? "0 %" : share);
    }

    void call_back(const Node& step, const Node* callback, const std::string& path)
    {
        std::vector<std::string> lines;
        if (const std::string windows = shown(FieldKind::windows, callback, "windows"); !windows.empty())
            lines = wrapped(windows, letters_of_line);
        begin_step(FlowKind::callback, Text::sc_flow_callback, step, path, std::move(lines));
        const std::string accepted = shown(FieldKind::share, callback, "accepted");
        outcome(say(Text::sc_flow_accepted, accepted.empty() ? "100 %" : accepted),
                wrapped("→ " + shown(FieldKind::text, callback, "becomes"), letters_of_line - 10));
        next_ = say(Text::sc_flow_declined);
    }

    void ask_bot(const Node& step, const Node* bot, const std::string& path)
    {
        std::vector<std::string> lines;
        const std::string becomes = shown(FieldKind::text, bot, "hand_off");
        begin_step(FlowKind::bot, Text::sc_flow_bot, step, path, std::move(lines));
        outcome(say(Text::sc_flow_contained, shown(FieldKind::share, bot, "contained")), {});
        next_ = becomes.empty() ? say(Text::sc_flow_rest) : say(Text::sc_flow_hand_off, becomes);
    }

    /// What happens to a call that has met all steps: after an offer it waits on, otherwise it is turned
    /// away.
    void end(bool nothing_said)
    {
        const FlowKind last = flow_.boxes[main_.back()].kind;
        Text title = Text::sc_flow_end_waits;
        if (nothing_said)
            title = Text::sc_flow_end_turned_away;
        else if (last == FlowKind::voicemail)
            title = Text::sc_flow_end_hung_up;
        else if (last == FlowKind::bot)
            title = Text::sc_flow_end_handed_off;
        else if (last == FlowKind::callback)
            title = Text::sc_flow_end_turned_away;
        add_main({FlowKind::end, say(title), {}, {}});
    }

    Locale locale_;
    RouteFlow flow_;
    std::vector<std::size_t> main_; ///< boxes of the column of steps
    std::size_t previous_ = 0;      ///< the box before the step added last
    std::optional<std::size_t> bypassed_;
    std::string next_; ///< label of the arrow that leaves the last step
    double y_ = 1.0;
};

} // namespace

RouteFlow route_flow(const Node* steps, const std::string& path, bool open, Language language)
{
    return Drawing(language).draw(steps, path, open);
}

} // namespace switchroom::gui
