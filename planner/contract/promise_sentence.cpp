#include "planner/contract/promise_sentence.h"

#include "sim/scenario/enum_names.h"
#include "sim/scenario/literals.h"
#include "sim/stats/service_level.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace switchroom {

namespace {

constexpr std::string_view shapes =
    R"(expected "95% within 30s per month", "answered 95% per month", "abandonment 5% per day" or "asa 45s per week")";

class Sentence {
public:
    explicit Sentence(std::string_view text) : text_(text)
    {
        std::istringstream words{std::string(text)};
        for (std::string word; words >> word;)
            words_.push_back(word);
    }

    Result<SlaClause> read()
    {
        SlaClause clause;
        clause.name = std::string(text_);
        if (!read_metric(clause) || !take("per") || !read_window(clause))
            return wrong();
        while (at_ < words_.size())
            if (!(take("by") ? read_formula(clause) : take("short") && read_duration(clause.short_abandon)))
                return wrong();
        const bool needs_short = clause.formula == Formula::answered_offered_excluding_short_abandons ||
                                 clause.formula == Formula::answered_short_abandoned_offered;
        if (needs_short && clause.short_abandon.seconds == 0.0)
            clause.short_abandon = seconds(5);
        return clause;
    }

private:
    Diagnostic wrong() const
    {
        const std::string found = at_ < words_.size() ? fmt::format("\"{}\"", words_[at_]) : "its end";
        return error_in("",
                        fmt::format("the promise \"{}\" is not understood at {}: {}", text_, found, shapes));
    }

    bool take(std::string_view word)
    {
        if (at_ >= words_.size() || words_[at_] != word)
            return false;
        ++at_;
        return true;
    }

    bool read_share(std::optional<Limit>& into)
    {
        if (at_ >= words_.size())
            return false;
        const auto share = parse_percentage(words_[at_]);
        if (!share || *share < 0.0 || *share > 1.0)
            return false;
        into = Probability{*share};
        ++at_;
        return true;
    }

    bool read_duration(Duration& into)
    {
        const auto duration = at_ < words_.size() ? parse_duration(words_[at_]) : std::nullopt;
        if (!duration)
            return false;
        into = *duration;
        ++at_;
        return true;
    }

    bool read_metric(SlaClause& clause)
    {
        if (take("abandonment")) {
            clause.metric = SlaMetric::abandonment;
            return read_share(clause.at_most);
        }
        if (take("answered")) {
            clause.metric = SlaMetric::answered;
            return read_share(clause.at_least);
        }
        if (take("asa")) {
            clause.metric = SlaMetric::asa;
            Duration most;
            const bool read = read_duration(most);
            clause.at_most = most;
            return read;
        }
        return read_share(clause.at_least) && take("within") && read_duration(clause.within.emplace());
    }

    bool read_window(SlaClause& clause)
    {
        const auto& names = EnumNames<SlaWindow>::names;
        const auto found =
            at_ < words_.size() ? std::find(names.begin(), names.end(), words_[at_]) : names.end();
        if (found == names.end())
            return false;
        clause.window = static_cast<SlaWindow>(found - names.begin());
        ++at_;
        return true;
    }

    bool read_formula(SlaClause& clause)
    {
        const auto* formula = at_ < words_.size() ? find_service_level_formula(words_[at_]) : nullptr;
        if (!formula || clause.metric != SlaMetric::service_level)
            return false;
        const auto& names = EnumNames<Formula>::names;
        clause.formula =
            static_cast<Formula>(std::find(names.begin(), names.end(), formula->name) - names.begin());
        ++at_;
        return true;
    }

    std::string_view text_;
    std::vector<std::string> words_;
    std::size_t at_ = 0;
};

} // namespace

Result<SlaClause> parse_promise(std::string_view sentence)
{
    return Sentence(sentence).read();
}

} // namespace switchroom
