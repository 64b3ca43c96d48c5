// Many random edits of every file of the library: the text that comes out must say exactly the scenario with
// that one value changed, and differ from what somebody wrote in nothing else.

#include "sim/scenario/change_text.h"
#include "sim/scenario/edit_text.h"
#include "sim/scenario/parse_toml.h"
#include "sim/scenario/read.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <sstream>

using namespace switchroom;

namespace {

/// An edit of the text, and what it means for the scenario, said without the code under test.
struct Change {
    Edit edit;
    std::function<void(Scenario&)> in_memory;
};

class Changes {
public:
    Changes(const Scenario& scenario, std::mt19937& random) : s(scenario), random_(random) {}

    std::vector<Change> all()
    {
        whole_scenario();
        for (std::size_t i = 0; i < s.contacts.size(); ++i)
            contact(i, "contacts[" + std::to_string(i) + "].");
        for (std::size_t i = 0; i < s.groups.size(); ++i)
            group(i, "groups[" + std::to_string(i) + "].");
        for (std::size_t i = 0; i < s.routes.size(); ++i)
            route(i, "routes[" + std::to_string(i) + "].");
        for (std::size_t i = 0; i < s.contracts.size(); ++i)
            contract(i, "contracts[" + std::to_string(i) + "].");
        return std::move(changes_);
    }

private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    void add(Edit edit, std::function<void(Scenario&)> in_memory)
    {
        changes_.push_back({std::move(edit), std::move(in_memory)});
    }
    void set(const std::string& path, const std::string& literal, std::function<void(Scenario&)> in_memory)
    {
        add(set_edit(path, literal), std::move(in_memory));
    }

    void whole_scenario()
    {
        const int days = number(1, 60);
        set("time.days", std::to_string(days), [=](Scenario& t) { t.time.days = days; });
        const int seed = number(2, 1000000);
        set("run.seed", std::to_string(seed), [=](Scenario& t) { t.run.seed = static_cast<unsigned>(seed); });
        set("name", "\"Été # \\\"1\\\"\"", [](Scenario& t) { t.name = "Été # \"1\""; });
        set("currency", "'CHF'", [](Scenario& t) { t.currency = "CHF"; });
        set("uncertainty.handle", "{ cv = 0.25 }", [](Scenario& t) {
            t.uncertainty = t.uncertainty.value_or(Uncertainty{});
            t.uncertainty->handle = HandleUncertainty{.cv = 0.25};
        });
        const std::size_t groups = s.groups.size();
        add(insert_edit("groups[" + std::to_string(groups) + "]",
                        "{ name = \"extra\", agents = 2, tone = 0.25 }"),
            [](Scenario& t) {
                Group extra;
                extra.name = "extra";
                extra.agents.emplace().constant = 2;
                extra.tone = Probability{0.25};
                t.groups.push_back(extra);
            });
        add(insert_edit("costs[" + std::to_string(s.costs.size()) + "]",
                        "{ name = \"wall board\", once = 300 }"),
            [](Scenario& t) {
                t.costs.push_back({"wall board", {}, Money{300}, {}, ""});
            });
    }

    void contact(std::size_t i, const std::string& at)
    {
        const int priority = number(1, 9);
        set(at + "priority", std::to_string(priority),
            [=](Scenario& t) { t.contacts[i].priority = priority; });
        set(at + "head_start", "\"45s\"", [=](Scenario& t) { t.contacts[i].head_start = seconds(45); });
        const int length_s = number(20, 500);
        const std::string literal = "\"" + std::to_string(length_s) + "s\"";
        const Duration length = seconds(length_s);
        const Contact& c = s.contacts[i];
        if (c.talk && c.talk->steps[0].value.mean && c.talk->is_constant()) {
            set(at + "talk.mean", literal,
                [=](Scenario& t) { t.contacts[i].talk->steps[0].value.mean = length; });
            set(at + "talk", literal, [=](Scenario& t) {
                DistributionSpec law;
                law.mean = length;
                t.contacts[i].talk = TimeVarying<DistributionSpec>(law);
            });
        }
        if (c.redial) {
            set(at + "redial.at_most", "7", [=](Scenario& t) { t.contacts[i].redial->at_most = 7; });
            add(remove_edit(at + "redial"), [=](Scenario& t) { t.contacts[i].redial.reset(); });
        }
        if (c.target && c.target->service_level)
            set(at + "target.service_level.share", "\"77%\"",
                [=](Scenario& t) { t.contacts[i].target->service_level->share = Probability{0.77}; });
        else if (!c.target)
            set(at + "target.abandonment", "0.07", [=](Scenario& t) {
                t.contacts[i].target = Target{};
                t.contacts[i].target->abandonment = Probability{0.07};
            });
        if (c.arrivals && c.arrivals->profile)
            profile(i, at + "arrivals.profile.weekdays");
        if (c.arrivals && !c.arrivals->log && !c.arrivals->split_of &&
            !c.arrivals->day_factor[DayKey::every_day])
            set(at + "arrivals.day_factor.every_day", "1.25",
                [=](Scenario& t) { t.contacts[i].arrivals->day_factor[DayKey::every_day] = 1.25; });
    }

    void profile(std::size_t i, const std::string& at)
    {
        const auto& steps = s.contacts[i].arrivals->profile->per_hour[DayKey::weekdays];
        if (!steps || steps->empty())
            return;
        const auto k = static_cast<std::size_t>(number(0, static_cast<int>(steps->size()) - 1));
        const auto steps_of = [i](Scenario& t) -> DaySteps<double>& {
            return *t.contacts[i].arrivals->profile->per_hour[DayKey::weekdays];
        };
        const std::string step = at + "[" + std::to_string(k) + "]";
        set(step + "[1]", "12.5", [=](Scenario& t) { steps_of(t)[k].value = 12.5; });
        if (steps->size() > 1)
            add(remove_edit(step), [=](Scenario& t) {
                steps_of(t).erase(steps_of(t).begin() + static_cast<std::ptrdiff_t>(k));
            });
        const ClockTime late{86399};
        if (steps->back().from < late)
            add(insert_edit(at + "[" + std::to_string(steps->size()) + "]", "[\"23:59:59\", 1.5]"),
                [=](Scenario& t) {
                    steps_of(t).push_back({late, 1.5});
                });
        if (steps->front().from > ClockTime{0})
            add(insert_edit(at + "[0]", "[\"00:00\", 0.5]"), [=](Scenario& t) {
                steps_of(t).insert(steps_of(t).begin(), Step<double>{ClockTime{0}, 0.5});
            });
    }

    void group(std::size_t i, const std::string& at)
    {
        const Group& g = s.groups[i];
        set(at + "tone", "0.75", [=](Scenario& t) { t.groups[i].tone = Probability{0.75}; });
        set(at + "shrinkage.in_day", "0.15",
            [=](Scenario& t) { t.groups[i].shrinkage.in_day = Probability{0.15}; });
        if (g.agents && g.agents->constant)
            set(at + "agents", "9", [=](Scenario& t) { t.groups[i].agents->constant = 9; });
        if (g.agents && g.agents->steps[DayKey::weekdays]) {
            const int agents = number(0, 30);
            set(at + "agents.weekdays[0][1]", std::to_string(agents),
                [=](Scenario& t) { (*t.groups[i].agents->steps[DayKey::weekdays])[0].value = agents; });
            set(at + "agents.sun", "[[\"10:00\", 1]]", [=](Scenario& t) {
                t.groups[i].agents->steps[DayKey::sun] = DaySteps<int>{{ClockTime{36000}, 1}};
            });
        }
        if (g.skills && g.skills->size() > 1) {
            set(at + "skills[1].level", "2", [=](Scenario& t) { (*t.groups[i].skills)[1].level = 2; });
            add(remove_edit(at + "skills[0]"),
                [=](Scenario& t) { t.groups[i].skills->erase(t.groups[i].skills->begin()); });
            const std::size_t last = g.skills->size() - 1;
            add(move_edit(at + "skills[0]", last), [=](Scenario& t) {
                auto& skills = *t.groups[i].skills;
                std::rotate(skills.begin(), skills.begin() + 1, skills.end());
            });
        }
        if (g.cost)
            set(at + "cost.hourly", "19.75", [=](Scenario& t) { t.groups[i].cost->hourly = Money{19.75}; });
        else
            set(at + "cost.hourly", "19.75",
                [=](Scenario& t) { t.groups[i].cost.emplace().hourly = Money{19.75}; });
    }

    void route(std::size_t i, const std::string& at)
    {
        const Route& r = s.routes[i];
        if (r.open.empty())
            return;
        const std::size_t size = r.open.size();
        if (std::holds_alternative<OfferStep>(r.open[0])) {
            set(at + "open[0].for", "\"33s\"",
                [=](Scenario& t) { std::get<OfferStep>(t.routes[i].open[0]).for_ = seconds(33); });
            set(at + "open[0].choose", "\"random\"",
                [=](Scenario& t) { std::get<OfferStep>(t.routes[i].open[0]).choose = Choose::random; });
        }
        if (size > 1 && r.open.front() != r.open.back())
            add(remove_edit(at + "open[" + std::to_string(size - 1) + "]"),
                [=](Scenario& t) { t.routes[i].open.pop_back(); });
        add(insert_edit(at + "open[0]", "{ offer = [\"" + s.groups[0].name + "\"], for = \"5s\" }"),
            [=](Scenario& t) {
                OfferStep step;
                step.groups = {t.groups[0].name};
                step.for_ = seconds(5);
                t.routes[i].open.insert(t.routes[i].open.begin(), step);
            });
    }

    void contract(std::size_t i, const std::string& at)
    {
        set(at + "price.monthly", "55", [=](Scenario& t) { t.contracts[i].price.monthly = Money{55}; });
        set(at + "price.per_message", "0.8",
            [=](Scenario& t) { t.contracts[i].price.per_message = Money{0.8}; });
        const auto& sla = s.contracts[i].sla;
        if (!sla.empty() && sla[0].credit) {
            set(at + "sla[0].credit.cap", "0.15",
                [=](Scenario& t) { t.contracts[i].sla[0].credit->cap = Probability{0.15}; });
            add(remove_edit(at + "sla[0].credit"),
                [=](Scenario& t) { t.contracts[i].sla[0].credit.reset(); });
        }
        if (sla.size() > 1) {
            add(remove_edit(at + "sla[0]"),
                [=](Scenario& t) { t.contracts[i].sla.erase(t.contracts[i].sla.begin()); });
            add(move_edit(at + "sla[1]", 0),
                [=](Scenario& t) { std::swap(t.contracts[i].sla[0], t.contracts[i].sla[1]); });
        }
    }

    const Scenario& s;
    std::mt19937& random_;
    std::vector<Change> changes_;
};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// Comments by their text; strings of these files hold no #.
std::map<std::string, int> comments_of(const std::string& text)
{
    std::map<std::string, int> comments;
    for (const std::string& line : lines_of(text))
        if (const std::size_t at = line.find('#');
            at != std::string::npos && line.find("\"Été") == std::string::npos)
            ++comments[line.substr(at)];
    return comments;
}

/// How many of the old lines, one block of them, are others now.
std::size_t changed_lines(const std::string& before, const std::string& after)
{
    const auto old = lines_of(before);
    const auto now = lines_of(after);
    std::size_t first = 0, last = 0;
    const std::size_t least = std::min(old.size(), now.size());
    while (first < least && old[first] == now[first])
        ++first;
    while (last < least - first && old[old.size() - 1 - last] == now[now.size() - 1 - last])
        ++last;
    return old.size() - first - last;
}

/// Lines of the value, as the parser sees it: from its first to the next thing's.
std::size_t most_lines(const Edit& edit)
{
    const bool is_block = edit.path.find("sla[") != std::string::npos &&
                          edit.path.find("].", edit.path.find("sla[")) == std::string::npos;
    return is_block ? 60 : edit.kind == Edit::Kind::move ? 12 : 8;
}

struct Tally {
    int done = 0;
    int refused = 0;
};

void try_out(const FileSystem& disk, const std::string& text, const ScenarioDocument& before,
             const Change& change, Tally& tally)
{
    CAPTURE(change.edit.path);
    CAPTURE(change.edit.literal);
    const auto changed = apply_edit(disk, text, before.file, change.edit);
    if (!changed) { // what an included file says cannot always be taken back
        const bool is_of_included = before.sources.find(change.edit.path).file != before.file;
        CHECK(is_of_included);
        // … nor can a table lose keys that an included file says.
        CHECK((change.edit.kind != Edit::Kind::set || change.edit.literal.starts_with('{')));
        ++tally.refused;
        return;
    }
    ++tally.done;
    Scenario wanted = before.scenario;
    change.in_memory(wanted);
    const auto after = read_scenario_text(disk, *changed, before.file);
    if (after) {
        CHECK(after->scenario == wanted);
    } else { // a value that contradicts others is a value all the same
        CHECK(parse_toml(*changed, "x").ok());
    }
    if (change.edit.kind != Edit::Kind::remove)
        CHECK(comments_of(*changed) == comments_of(text));
    CHECK(changed_lines(text, *changed) <= most_lines(change.edit));
}

} // namespace

TEST_CASE("an edit of any file of the library gives the scenario with that one value changed")
{
    const DiskFileSystem disk;
    std::mt19937 random(20260302);
    Tally tally;
    for (const auto& entry : std::filesystem::directory_iterator(SWITCHROOM_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml")
            continue;
        const std::string file = entry.path();
        CAPTURE(file);
        const std::string text = *disk.read(file);
        const auto document = read_scenario(disk, file);
        REQUIRE(document.ok());
        for (const Change& change : Changes(document->scenario, random).all())
            try_out(disk, text, *document, change, tally);
    }
    MESSAGE(tally.done, " edits, ", tally.refused, " refused");
    CHECK(tally.done > 700);
    CHECK(tally.refused < tally.done / 20);
}

TEST_CASE("many edits one after the other add up")
{
    const DiskFileSystem disk;
    std::mt19937 random(7);
    for (const char* name :
         {"daytime-overflow", "outsourced-reception", "patient-contact-centre", "overflow-rules"}) {
        const std::string file = SWITCHROOM_SOURCE_DIR "/scenarios/" + std::string(name) + ".toml";
        CAPTURE(file);
        std::string text = *disk.read(file);
        auto document = read_scenario(disk, file);
        REQUIRE(document.ok());
        int done = 0;
        for (int i = 0; i < 40; ++i) {
            auto changes = Changes(document->scenario, random).all();
            const Change& change = changes[random() % changes.size()];
            CAPTURE(change.edit.path);
            const auto changed = apply_edit(disk, text, file, change.edit);
            Scenario wanted = document->scenario;
            change.in_memory(wanted);
            auto after = changed ? read_scenario_text(disk, *changed, file)
                                 : Result<ScenarioDocument>(changed.errors());
            if (!after)
                continue; // refused, or a contradiction that the next edits should not stand on
            REQUIRE(after->scenario == wanted);
            text = *changed;
            document = std::move(after);
            ++done;
        }
        CHECK(done > 20);
    }
}

TEST_CASE("from a changed scenario back to the text: whatever differs is said, and nothing else is touched")
{
    const DiskFileSystem disk;
    std::mt19937 random(11);
    int done = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SWITCHROOM_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml")
            continue;
        const std::string file = entry.path();
        CAPTURE(file);
        const std::string text = *disk.read(file);
        const auto document = read_scenario(disk, file);
        REQUIRE(document.ok());
        auto changes = Changes(document->scenario, random).all();
        std::shuffle(changes.begin(), changes.end(), random);
        CHECK(*change_text(disk, text, file, document->scenario, document->scenario) == text);
        for (std::size_t i = 0; i < changes.size(); i += 4) {
            CAPTURE(changes[i].edit.path);
            Scenario wanted = document->scenario;
            changes[i].in_memory(wanted);
            const auto changed = change_text(disk, text, file, document->scenario, wanted);
            if (!changed)
                continue;
            const auto after = read_scenario_text(disk, *changed, file);
            if (!after)
                continue;
            CHECK(after->scenario == wanted);
            ++done;
        }
    }
    CHECK(done > 100);
}
