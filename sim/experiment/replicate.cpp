#include "sim/experiment/replicate.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace switchroom {

namespace {

/// What the workers share. Every member is guarded by `mutex`.
class Run {
public:
    Run(const ReplicationPlan& plan, const std::function<void(const ReplicationFigures&)>& consume,
        Progress& progress, int threads)
        : plan_(plan), consume_(consume), progress_(progress), most_ahead_(4 * std::int64_t{threads})
    {
    }

    /// One worker: takes the next index, runs it, delivers it, until there is nothing left to do.
    void work(const std::function<Replicator()>& make_replicator)
    {
        try {
            const Replicator replicator = make_replicator();
            std::int64_t index = 0;
            while (std::unique_ptr<ReplicationFigures> figures = take(index)) {
                replicator(index, *figures);
                deliver(index, std::move(figures));
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_)
                failure_ = std::current_exception();
            finish();
        }
    }

    ReplicationOutcome outcome() const
    {
        if (failure_)
            std::rethrow_exception(failure_);
        return {consumed_, stopped_early_};
    }

private:
    /// A buffer and the index to fill it with; null when there is no more to do. Waits while the slowest
    /// replication is too far behind: memory stays O(threads).
    std::unique_ptr<ReplicationFigures> take(std::int64_t& index)
    {
        std::unique_lock lock(mutex_);
        may_go_on_.wait(lock, [&] { return done_ || next_ < consumed_ + most_ahead_; });
        if (done_ || next_ >= plan_.at_most)
            return nullptr;
        index = next_++;
        if (spare_.empty())
            return std::make_unique<ReplicationFigures>();
        std::unique_ptr<ReplicationFigures> figures = std::move(spare_.back());
        spare_.pop_back();
        return figures;
    }

    /// Keeps the result until its turn has come, then consumes it and all that waited for it.
    void deliver(std::int64_t index, std::unique_ptr<ReplicationFigures> figures)
    {
        const std::lock_guard lock(mutex_);
        finished_.emplace(index, std::move(figures));
        while (!done_ && !finished_.empty() && finished_.begin()->first == consumed_) {
            auto first = finished_.extract(finished_.begin());
            consume_(*first.mapped());
            spare_.push_back(std::move(first.mapped()));
            ++consumed_;
            look();
        }
        may_go_on_.notify_all();
    }

    void look()
    {
        progress_.advance(consumed_, plan_.enough ? 0 : plan_.at_most);
        const bool at_a_look =
            consumed_ >= plan_.first_look && (consumed_ - plan_.first_look) % plan_.batch == 0;
        if (consumed_ >= plan_.at_most || (plan_.enough && at_a_look && plan_.enough()))
            return finish();
        if (progress_.stop_requested()) {
            stopped_early_ = true;
            finish();
        }
    }

    void finish()
    {
        done_ = true;
        may_go_on_.notify_all();
    }

    const ReplicationPlan& plan_;
    const std::function<void(const ReplicationFigures&)>& consume_;
    Progress& progress_;
    const std::int64_t most_ahead_;
    std::mutex mutex_;
    std::condition_variable may_go_on_;
    std::map<std::int64_t, std::unique_ptr<ReplicationFigures>> finished_;
    std::vector<std::unique_ptr<ReplicationFigures>> spare_;
    std::int64_t next_ = 0;
    std::int64_t consumed_ = 0;
    bool done_ = false;
    bool stopped_early_ = false;
    std::exception_ptr failure_;
};

int worker_count(const ReplicationPlan& plan)
{
    const int wanted =
        plan.threads > 0 ? plan.threads : static_cast<int>(std::thread::hardware_concurrency());
    return static_cast<int>(std::clamp<std::int64_t>(wanted, 1, std::max<std::int64_t>(plan.at_most, 1)));
}

} // namespace

ReplicationOutcome replicate(const ReplicationPlan& plan, const std::function<Replicator()>& make_replicator,
                             const std::function<void(const ReplicationFigures&)>& consume,
                             Progress& progress)
{
    const int threads = worker_count(plan);
    Run run(plan, consume, progress, threads);
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i)
            helpers.emplace_back([&] { run.work(make_replicator); });
        run.work(make_replicator); // this thread is the first worker
    }
    return run.outcome();
}

} // namespace switchroom
