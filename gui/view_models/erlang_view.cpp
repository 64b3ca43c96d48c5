#include "gui/view_models/erlang_view.h"

#include "sim/base/check.h"
#include "sim/scenario/literals.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace switchroom::gui {

namespace {

/// Beyond these a simulated hour takes long, and nobody answers so many calls in one group.
constexpr double most_calls_per_hour = 20000.0;
constexpr double most_agents = 5000.0;
constexpr double longest_s = 86400.0;

/// 172.34 s → "2min52s": whole seconds are what people know.
std::string duration_text(double value_s)
{
    if (std::isinf(value_s))
        return "inf";
    return duration_literal(seconds(std::max(std::round(value_s), 1.0)));
}

} // namespace

ErlangView::ErlangView(Wake wake)
    : model_(erlang::find_case_model("a")), answer_job_(wake), hour_job_(std::move(wake))
{
}

double ErlangView::target_share() const
{
    static constexpr ErlangField field{"target", Text::erlang_target, Text::erlang_target_help,
                                       ErlangUnit::share, ""};
    const double typed = value_of(field, target_);
    const double share = typed > 1.0 ? typed / 100.0 : typed; // "80" is 80 %
    return share > 0.0 && share < 1.0 ? share : std::nan("");
}

std::optional<ErlangHour> ErlangView::read_hour() const
{
    const ErlangHour hour{.calls_per_hour = value_of("arrivals", texts_),
                          .handle_s = value_of("handle", texts_),
                          .patience_s = value_of("patience", texts_),
                          .within_s = value_of("within", texts_),
                          .agents = 0,
                          .starts_empty = starts_empty,
                          .mixed_patience = mixed_patience,
                          .uneven_load = uneven_load};
    const double agents = value_of("agents", texts_);
    const bool is_sound = hour.calls_per_hour > 0.0 && hour.calls_per_hour <= most_calls_per_hour &&
                          hour.handle_s > 0.0 && hour.handle_s <= longest_s && hour.patience_s > 0.0 &&
                          hour.within_s > 0.0 && hour.within_s <= longest_s && agents >= 1.0 &&
                          agents <= most_agents;
    if (!is_sound)
        return std::nullopt;
    ErlangHour whole = hour;
    whole.agents = static_cast<int>(std::lround(agents));
    return whole;
}

void ErlangView::update(Desk& /*desk*/)
{
    reading_ = read_erlang(*model_, texts_);
    const double target = target_share();
    const double asked = std::isnan(target) ? 0.8 : target;
    if (reading_.wrong.empty() &&
        (model_ != asked_model_ || reading_.inputs != asked_inputs_ || asked != asked_target_)) {
        asked_model_ = model_;
        asked_inputs_ = reading_.inputs;
        asked_target_ = asked;
        answer_job_.start([question = ErlangQuestion{model_, reading_.inputs, asked}](auto& job) {
            job.publish(answer_of(question));
        });
    }
    answer_ = answer_job_.latest();
    if (answer_ && answer_->model != model_)
        answer_.reset();
    const auto hour = read_hour();
    hour_is_valid_ = hour.has_value();
    if (hour && hour != hour_ordered_) {
        hour_ordered_ = hour;
        hour_job_.start([hour = *hour](auto& job) { study_hour(hour, job); });
    }
    hour_ = hour_job_.latest();
    if (taken_ && texts_ != taken_texts_)
        taken_.reset();
}

bool ErlangView::settled() const
{
    const bool answered = !reading_.wrong.empty() || (answer_ && !answer_job_.busy());
    return answered && (!hour_is_valid_ || (hour_ && hour_->finished && !hour_job_.busy()));
}

void ErlangView::take_least_agents()
{
    SWITCHROOM_CHECK(answer_ && answer_->least_agents, "there is no least number to take");
    texts_["agents"] = fmt::format("{:g}", *answer_->least_agents);
}

bool ErlangView::can_take_from(const Desk& desk)
{
    const auto results = desk.results();
    return results && results->loaded;
}

void ErlangView::take_from(const Desk& desk)
{
    const auto found = busiest_interval(*desk.results()->loaded);
    if (!found)
        return;
    texts_["arrivals"] = fmt::format("{:.4g}", found->calls_per_hour);
    texts_["handle"] = duration_text(found->handle_s);
    texts_["patience"] = duration_text(found->patience_s);
    texts_["agents"] = fmt::format("{}", std::max(found->agents, 1));
    texts_["within"] = duration_text(found->within_s);
    target_ = fmt::format("{:g}%", 100.0 * found->share);
    taken_ = found;
    taken_texts_ = texts_;
}

} // namespace switchroom::gui
