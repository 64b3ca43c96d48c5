#include "gui/view_models/choice_words.h"

#include "gui/view_models/text.h"

#include <algorithm>
#include <array>

namespace switchroom::gui {

namespace {

struct Word {
    std::string_view word;
    Text title;
};

constexpr std::array words{
    Word{"true", Text::sc_word_yes},
    Word{"false", Text::sc_word_no},
    Word{"voice", Text::sc_word_voice},
    Word{"chat", Text::sc_word_chat},
    Word{"message", Text::sc_word_message},
    Word{"callback", Text::sc_word_callback},
    Word{"outbound", Text::sc_word_outbound},
    Word{"in-person", Text::sc_word_in_person},
    Word{"opening", Text::sc_word_opening},
    Word{"elapsed", Text::sc_word_elapsed},
    Word{"constant", Text::sc_word_constant},
    Word{"exponential", Text::sc_word_exponential},
    Word{"lognormal", Text::sc_word_lognormal},
    Word{"gamma", Text::sc_word_gamma},
    Word{"weibull", Text::sc_word_weibull},
    Word{"erlang", Text::sc_word_erlang},
    Word{"hyperexponential", Text::sc_word_hyperexponential},
    Word{"uniform", Text::sc_word_uniform},
    Word{"triangular", Text::sc_word_triangular},
    Word{"empirical", Text::sc_word_empirical},
    Word{"mixture", Text::sc_word_mixture},
    Word{"hazard", Text::sc_word_hazard},
    Word{"needs", Text::sc_word_needs},
    Word{"attempts", Text::sc_word_attempts},
    Word{"after-call", Text::sc_word_after_call},
    Word{"at-once", Text::sc_word_at_once},
    Word{"longest-idle", Text::sc_word_longest_idle},
    Word{"least-occupied", Text::sc_word_least_occupied},
    Word{"random", Text::sc_word_random},
    Word{"priority", Text::sc_word_priority},
    Word{"longest-wait", Text::sc_word_longest_wait},
    Word{"weighted-wait", Text::sc_word_weighted_wait},
    Word{"longest-queue", Text::sc_word_longest_queue},
    Word{"listed", Text::sc_word_listed},
    Word{"service_level", Text::sc_word_service_level},
    Word{"abandonment", Text::sc_word_abandonment},
    Word{"asa", Text::sc_word_asa},
    Word{"answered", Text::sc_word_answered},
    Word{"callback_on_time", Text::sc_word_callback_on_time},
    Word{"message_on_time", Text::sc_word_message_on_time},
    Word{"hold", Text::sc_word_hold},
    Word{"interval", Text::sc_word_interval},
    Word{"hour", Text::sc_word_hour},
    Word{"day", Text::sc_word_day},
    Word{"week", Text::sc_word_week},
    Word{"month", Text::sc_word_month},
    Word{"quarter", Text::sc_word_quarter},
    Word{"year", Text::sc_word_year},
    Word{"term", Text::sc_word_term},
    Word{"run", Text::sc_word_run},
    Word{"pooled", Text::sc_word_pooled},
    Word{"share_of_grains", Text::sc_word_share_of_grains},
    Word{"every_grain", Text::sc_word_every_grain},
    Word{"mean_of_grains", Text::sc_word_mean_of_grains},
    Word{"invoice", Text::sc_word_invoice},
    Word{"monthly", Text::sc_word_monthly},
    Word{"at_risk", Text::sc_word_at_risk},
    Word{"drain", Text::sc_word_drain},
    Word{"cut", Text::sc_word_cut},
    Word{"answered/offered", Text::sc_word_f_offered},
    Word{"answered/answered", Text::sc_word_f_answered},
    Word{"answered/offered-excluding-abandons-within", Text::sc_word_f_within},
    Word{"(answered+abandoned)/offered", Text::sc_word_f_plus},
    Word{"answered/offered-excluding-short-abandons", Text::sc_word_f_short},
    Word{"(answered+short-abandoned)/offered", Text::sc_word_f_plus_short},
    Word{"answered/offered+flow-outs", Text::sc_word_f_flow},
    Word{"virtual-wait", Text::sc_word_f_virtual},
    Word{"longest_wait", Text::sc_word_longest_wait},
};

} // namespace

std::string choice_title(std::string_view word, Language language)
{
    const auto* known =
        std::find_if(words.begin(), words.end(), [&](const Word& other) { return other.word == word; });
    return known == words.end() ? std::string(word) : text_of(known->title, language);
}

} // namespace switchroom::gui
