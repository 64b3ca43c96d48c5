#include "sim/scenario/validation.h"

#include <algorithm>

namespace switchroom {

namespace {

/// Tries of one call that have random numbers of their own.
constexpr std::size_t most_on_call_tries = 255;

bool is_deferred(Channel channel)
{
    return channel == Channel::message || channel == Channel::callback || channel == Channel::outbound;
}

class ContactCheck {
public:
    ContactCheck(Validation& v, std::size_t i)
        : v_(v), c_(v.scenario.contacts[i]), path_(join_path("contacts", i)),
          is_source_(v.split_sources.contains(c_.name))
    {
    }

    void run()
    {
        where_it_comes_from();
        handling();
        keys_of_other_channels();
        names();
        shares();
        laws();
        if (c_.hours)
            validate_windows(v_, at("hours"), *c_.hours);
        if (c_.target && c_.target->service_level &&
            c_.target->service_level->formula == Formula::virtual_wait)
            v_.error(
                at("target.service_level.formula"),
                "\"virtual-wait\" is a formula of the solvers, expected one that calls can be counted by");
        if (!is_source_)
            somebody_answers();
    }

private:
    std::string at(std::string_view key) const { return path_ + "." + std::string(key); }

    void where_it_comes_from()
    {
        if (c_.arrivals)
            validate_arrivals(v_, at("arrivals"), *c_.arrivals);
        else if (!v_.created.contains(c_.name) && !c_.name.empty())
            v_.missing(
                path_, {"arrivals"},
                fmt::format("\"{}\" has no arrivals and nothing else creates it, expected arrivals such as "
                            "arrivals.rate_per_hour = 30",
                            c_.name));
        const bool as_logged =
            c_.arrivals && c_.arrivals->log && c_.arrivals->log->retries == LogRetries::as_logged;
        for (const auto& [key, given] :
             {std::pair("redial", c_.redial.has_value()), {"resolution", c_.resolution.has_value()}})
            if (as_logged && given)
                v_.error(at(key),
                         "the log's own retries are kept, so \"{}\" would count them twice, expected "
                         "retries = \"regenerate\" in the log or no {}",
                         key, key);
    }

    void handling()
    {
        validate_handling(v_, path_, c_.talk, c_.handle, c_.wrap_up);
        const bool recorded =
            c_.arrivals && c_.arrivals->log && c_.arrivals->log->handle == LogHandle::recorded;
        if (!c_.talk && !c_.handle && !is_source_ && !recorded)
            v_.missing(
                path_, {"talk", "handle"},
                fmt::format("\"{}\" has no handle time, expected \"talk\" (and \"wrap_up\") or \"handle\"",
                            c_.name));
    }

    void only_for(std::string_view key, bool given, bool belongs, std::string_view channels)
    {
        if (given && !belongs && !v_.report.broken(at("channel")))
            v_.error(at(key), "\"{}\" belongs to {}, not to channel \"{}\"", key, channels,
                     to_name(c_.channel));
    }

    void keys_of_other_channels()
    {
        const bool deferred = is_deferred(c_.channel);
        constexpr std::string_view later = "messages and callbacks";
        only_for("within", c_.within.has_value(), deferred, later);
        only_for("by", c_.by.has_value(), deferred, later);
        only_for("urgent", c_.urgent.has_value(), deferred, later);
        only_for("escalate", !c_.escalate.empty(), deferred, later);
        only_for("reach", c_.reach.has_value(),
                 c_.channel == Channel::callback || c_.channel == Channel::outbound,
                 "callbacks and outbound calls");
        constexpr std::string_view live = "callers who are on the line";
        only_for("balk", v_.report.has_place(at("balk")), !deferred, live);
        only_for("misrouted", c_.misrouted.has_value(), !deferred, live);
        only_for("hold", c_.hold.has_value(), !deferred, live);
        only_for("announce", c_.announce.has_value(), !deferred, live);
        only_for("on_abandon", c_.on_abandon.has_value(), !deferred, live);
        only_for("on_call", c_.on_call.has_value(), !deferred, live);
        only_for("head_start", v_.report.has_place(at("head_start")), !deferred, live);
        only_for("at_closing", v_.report.has_place(at("at_closing")), !deferred, live);
        only_for("patience", c_.patience.has_value(), !deferred, "callers who wait");
        only_for("redial", c_.redial.has_value(), !deferred, "callers who wait");
        only_for("concurrency", c_.concurrency != 1, c_.channel == Channel::chat, "chats");
        only_for("slowdown", !c_.slowdown.empty(), c_.channel == Channel::chat, "chats");
        if (c_.channel == Channel::chat)
            keys_of_no_chat();
        if (c_.within && c_.by)
            v_.error(at("by"), "found \"by\" beside \"within\", expected one of them");
        if (c_.channel == Channel::chat && !c_.slowdown.empty() &&
            c_.slowdown.size() != static_cast<std::size_t>(c_.concurrency))
            v_.error(at("slowdown"),
                     "found {} factors for a concurrency of {}, expected one for each number of chats",
                     c_.slowdown.size(), c_.concurrency);
    }

    void keys_of_no_chat()
    {
        const auto refuse = [&](std::string_view key, bool given, std::string_view why) {
            if (given)
                v_.error(at(key), "\"{}\" belongs to calls: {}", key, why);
        };
        refuse("hold", c_.hold.has_value(), "a chat is not put on hold, its pauses are in its talk time");
        refuse("on_call", c_.on_call.has_value(), "nobody is put through out of a chat");
        refuse("misrouted", c_.misrouted.has_value(),
               "a chat stays with its agent, who asks colleagues within the talk time");
    }

    void names()
    {
        if (c_.misrouted)
            v_.need_contact(at("misrouted.to"), c_.misrouted->to);
        if (const Contact* to = c_.misrouted ? v_.contact(c_.misrouted->to) : nullptr;
            to && to->channel == Channel::chat)
            v_.error(at("misrouted.to"),
                     "\"{}\" is written, expected a contact to which a call can be passed on", to->name);
        if (c_.misrouted && c_.misrouted->to == c_.name)
            v_.error(at("misrouted.to"),
                     "found the contact itself, expected another one to which calls are passed on");
        if (c_.resolution && c_.resolution->repeat_as)
            v_.need_contact(at("resolution.repeat_as"), *c_.resolution->repeat_as);
        if (c_.on_abandon)
            need_work(at("on_abandon.becomes"), c_.on_abandon->becomes);
        for (std::size_t i = 0; i < c_.escalate.size(); ++i) {
            const std::string to = join_path(at("escalate"), i) + ".to";
            need_work(to, c_.escalate[i].to);
            if (c_.escalate[i].to == c_.name)
                v_.error(to, "\"{}\" escalates to itself, expected another contact", c_.name);
        }
    }

    /// What is worked off later has a channel that says so.
    void need_work(const std::string& path, const std::string& name)
    {
        v_.need_contact(path, name);
        const Contact* contact = v_.contact(name);
        if (contact && !is_deferred(contact->channel))
            v_.error(
                path,
                "\"{}\" has the channel \"{}\", expected a contact of channel \"message\" or \"callback\"",
                name, to_name(contact->channel));
    }

    void shares()
    {
        double outcomes = 0.0;
        for (const auto& [name, share] : c_.outcomes)
            outcomes += share.value;
        if (outcomes > 1.0 + 1e-9)
            v_.error(at("outcomes"), "the shares add up to {:.4g}, expected at most 1", outcomes);
        double escalated = 0.0;
        for (const Escalation& escalation : c_.escalate)
            escalated += escalation.share.value;
        if (escalated > 1.0 + 1e-9)
            v_.error(at("escalate"), "the shares add up to {:.4g}, expected at most 1", escalated);
        if (c_.on_call && c_.on_call->chain.empty() && !v_.report.broken(at("on_call.chain")))
            v_.error(at("on_call.chain"), "found an empty list, expected at least one role");
        if (c_.on_call &&
            c_.on_call->chain.size() * static_cast<std::size_t>(c_.on_call->tries) > most_on_call_tries)
            v_.error(at("on_call.tries"), "found {} persons × {} tries, expected at most {} tries in all",
                     c_.on_call->chain.size(), c_.on_call->tries, most_on_call_tries);
    }

    void laws()
    {
        validate_laws(v_, at("patience"), c_.patience, true);
        if (c_.redial && v_.report.has_place(at("redial.delay")))
            validate_law(v_, at("redial.delay"), c_.redial->delay);
        if (c_.resolution && v_.report.has_place(at("resolution.repeat_delay")))
            validate_law(v_, at("resolution.repeat_delay"), c_.resolution->repeat_delay);
        if (c_.hold && v_.report.has_place(at("hold.duration")))
            validate_law(v_, at("hold.duration"), c_.hold->duration);
    }

    void somebody_answers()
    {
        const Route* route = v_.route_of(c_.name);
        if (c_.name.empty() || (route && !route->open.empty()))
            return; // validate_routes looks at what it offers
        if (v_.report.broken("groups") || (route && v_.report.broken("routes")))
            return;
        const auto& groups = v_.scenario.groups;
        const bool answered = std::any_of(groups.begin(), groups.end(),
                                          [&](const Group& group) { return v_.can_answer(group, c_.name); });
        if (!answered)
            v_.error(at("name"), "no group answers \"{}\", expected it in the skills of a [[groups]] entry",
                     c_.name);
    }

    Validation& v_;
    const Contact& c_;
    std::string path_;
    bool is_source_;
};

} // namespace

void validate_contacts(Validation& v)
{
    if (v.scenario.contacts.empty() && !v.report.broken("contacts"))
        v.error("", "the file has no [[contacts]], expected at least one: who calls?");
    for (std::size_t i = 0; i < v.scenario.contacts.size(); ++i)
        ContactCheck(v, i).run();
}

} // namespace switchroom
