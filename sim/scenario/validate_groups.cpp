#include "sim/scenario/validation.h"

#include <algorithm>

namespace switchroom {

namespace {

class GroupCheck {
public:
    GroupCheck(Validation& v, std::size_t i) : v_(v), g_(v.scenario.groups[i]), path_(join_path("groups", i))
    {
    }

    void run()
    {
        staffing();
        if (g_.skills)
            skills(at("skills"), *g_.skills);
        shrinkage();
        weights();
        if (g_.shared_with)
            shared_with(*g_.shared_with);
        works();
        for (std::size_t i = 0; i < g_.shifts.size(); ++i)
            shift(join_path(at("shifts"), i), g_.shifts[i]);
        individuals();
        if (g_.floats)
            floats(*g_.floats);
    }

private:
    std::string at(std::string_view key) const { return path_ + "." + std::string(key); }

    void staffing()
    {
        need_one_of(v_, path_,
                    {{"agents", g_.agents.has_value()},
                     {"shifts", !g_.shifts.empty()},
                     {"individuals", !g_.individuals.empty()}},
                    g_.floats.has_value(), "how many people answer when");
        if (!g_.agents || g_.agents->constant || v_.report.broken(at("agents")))
            return;
        const bool steps = !g_.agents->steps.empty();
        const int ways = int(steps) + int(g_.agents->file.has_value()) + int(g_.agents->log.has_value());
        if (ways == 0)
            v_.error(
                at("agents"),
                "found no steps, expected days such as {{ weekdays = [[\"08:00\", 3], [\"18:00\", 0]] }}");
        if (ways > 1)
            v_.error(at("agents"),
                     "found more than one of steps by day, \"file\" and \"log\", expected one of them");
    }

    void skills(const std::string& path, const std::vector<Skill>& list)
    {
        if (list.empty() && !v_.report.broken(path))
            v_.error(path,
                     "\"{}\" has no skills, expected at least one contact (or no such key: every contact)",
                     g_.name);
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string skill = join_path(path, i);
            const std::string contact = v_.report.has_place(skill + ".contact") ? skill + ".contact" : skill;
            v_.need_contact(contact, list[i].contact);
            if (v_.split_sources.contains(list[i].contact))
                v_.error(contact,
                         "\"{}\" is split into other contacts and not answered itself, expected one of these",
                         list[i].contact);
            if (!list[i].contact.empty() && !seen.insert(list[i].contact).second)
                v_.error(contact, "\"{}\" stands twice among these skills", list[i].contact);
            validate_handling(v_, skill, list[i].talk, list[i].handle, list[i].wrap_up);
        }
    }

    void shrinkage()
    {
        const auto& s = g_.shrinkage;
        if (s.absence_day.value >= 1.0 || s.in_day.value >= 1.0)
            v_.error(at("shrinkage"), "found a shrinkage of 100 %, which leaves nobody, expected less");
    }

    void weights()
    {
        for (const auto& [contact, weight] : g_.weights)
            v_.need_contact(join_path(at("weights"), contact), contact);
        if (!g_.weights.empty() && g_.next != Next::weighted_wait && !v_.report.broken(at("next")))
            v_.warning(at("weights"), "the weights are used only with next = \"weighted-wait\"");
    }

    void shared_with(const SharedWith& pool)
    {
        const std::string path = at("shared_with");
        if (v_.report.has_place(path + ".arrivals"))
            validate_arrivals(v_, path + ".arrivals", pool.arrivals);
        if (pool.arrivals.split_of)
            v_.error(path + ".arrivals.split_of",
                     "the other clients' calls are not part of a contact here, expected "
                     "a rate, a profile or a log");
        validate_handling(v_, path, pool.talk, pool.handle, pool.wrap_up);
        if (!pool.talk && !pool.handle)
            v_.missing(path, {"talk", "handle"},
                       "the other clients' calls have no handle time, expected \"talk\" or \"handle\"");
        validate_laws(v_, path + ".patience", pool.patience, true);
    }

    void works()
    {
        for (std::size_t i = 0; i < g_.works.size(); ++i) {
            const std::string path = join_path(at("works"), i);
            v_.need_contacts(path + ".contacts", g_.works[i].contacts);
            validate_windows(v_, path + ".during", g_.works[i].during);
            for (std::size_t k = 0; k < g_.works[i].contacts.size(); ++k)
                if (v_.contact(g_.works[i].contacts[k]) && !v_.can_answer(g_, g_.works[i].contacts[k]))
                    v_.error(join_path(path + ".contacts", k), "\"{}\" is not among the skills of \"{}\"",
                             g_.works[i].contacts[k], g_.name);
        }
    }

    void shift(const std::string& path, const Shift& s)
    {
        if (s.windows.empty() && !v_.report.broken(path))
            v_.error(path, "the shift has no hours, expected days such as weekdays = \"08:00-16:30\"");
        validate_windows(v_, path, s.windows);
        for (std::size_t i = 0; i < s.breaks.size(); ++i) {
            const std::string at_break = join_path(path + ".breaks", i);
            const auto& between = s.breaks[i].between;
            int length = between.end.second_of_day - between.start.second_of_day;
            if (length <= 0)
                length += 86400;
            if (s.breaks[i].length.seconds > length && !v_.report.broken(at_break))
                v_.error(at_break + ".length", "a break of {} does not fit between {} and {}",
                         to_text(s.breaks[i].length), to_text(between.start), to_text(between.end));
        }
    }

    void individuals()
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < g_.individuals.size(); ++i) {
            const Individual& person = g_.individuals[i];
            const std::string path = join_path(at("individuals"), i);
            if (!person.name.empty() && !seen.insert(person.name).second)
                v_.error(path + ".name", "there is another individual called \"{}\" in this group",
                         person.name);
            if (person.windows.empty() && !v_.report.broken(path))
                v_.error(path, "\"{}\" has no hours, expected days such as weekdays = \"08:00-16:30\"",
                         person.name);
            validate_windows(v_, path, person.windows);
            if (person.skills)
                skills(path + ".skills", *person.skills);
        }
    }

    void floats(const Floats& f)
    {
        v_.need_groups(at("floats.of"), f.of);
        if (g_.agents || !g_.shifts.empty() || !g_.individuals.empty())
            v_.error(at("floats"), "found \"floats\" beside hours of its own, expected one of them");
        for (std::size_t i = 0; i < f.of.size(); ++i)
            for (const Group& other : v_.scenario.groups)
                if (other.name == f.of[i] && other.name != g_.name && other.floats)
                    v_.error(join_path(at("floats.of"), i),
                             "\"{}\" floats itself, expected a group with hours of its own", other.name);
        for (std::size_t i = 0; i < f.of.size(); ++i)
            if (f.of[i] == g_.name)
                v_.error(join_path(at("floats.of"), i), "\"{}\" cannot stand in for itself", g_.name);
    }

    Validation& v_;
    const Group& g_;
    std::string path_;
};

} // namespace

void validate_groups(Validation& v)
{
    for (std::size_t i = 0; i < v.scenario.groups.size(); ++i)
        GroupCheck(v, i).run();
}

} // namespace switchroom
