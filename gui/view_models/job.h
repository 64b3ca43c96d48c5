#pragma once
/// Work beside the window: a new order makes the one before it stale, and nobody ever waits for a stale one.
///
///   Job<Answer> job(wake);
///   job.start([input](JobOrder<Answer>& order) {
///       order.publish(first_guess(input));          // shown while the rest is computed
///       while (!order.stop_requested()) ...
///   });
///   if (auto answer = job.latest()) draw(*answer);  // every frame

#include "sim/base/progress.h"

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace switchroom::gui {

/// Called from any thread when something new is to be shown: ends the window's wait for input. May be empty.
using Wake = std::function<void()>;

/// What the work of one order sees. It is also the Progress that long computations ask for. Thread-safe.
template <class Snapshot>
class JobOrder final : public Progress {
public:
    explicit JobOrder(Wake wake) : wake_(std::move(wake)) {}

    /// Shows this instead of what was published before. Snapshots are never changed afterwards.
    void publish(Snapshot snapshot)
    {
        auto fresh = std::make_shared<const Snapshot>(std::move(snapshot));
        {
            const std::lock_guard lock(mutex_);
            latest_ = std::move(fresh);
        }
        if (wake_)
            wake_();
    }

    std::shared_ptr<const Snapshot> latest() const
    {
        const std::lock_guard lock(mutex_);
        return latest_;
    }

    void advance(std::int64_t done, std::int64_t total) override
    {
        done_ = done;
        total_ = total;
    }
    bool stop_requested() const override { return stop_; }
    void request_stop() { stop_ = true; }

    std::int64_t done() const { return done_; }
    std::int64_t total() const { return total_; } ///< 0: unknown
    bool finished() const { return finished_; }
    /// Why the work ended by an exception; empty: it did not. Valid once finished.
    const std::string& failure() const { return failure_; }

    template <class Work>
    void run(const Work& work) // by the job's thread alone
    {
        try {
            work(*this);
        } catch (const std::exception& problem) {
            failure_ = problem.what();
        }
        finished_ = true;
        if (wake_)
            wake_();
    }

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> latest_;
    Wake wake_;
    std::string failure_;
    std::atomic<std::int64_t> done_ = 0;
    std::atomic<std::int64_t> total_ = 0;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> finished_ = false;
};

/// One kind of work. All members are called by one thread, the window's. The destructor stops and waits.
template <class Snapshot>
class Job {
public:
    explicit Job(Wake wake = {}) : wake_(std::move(wake)) {}
    Job(Job&&) noexcept = default;
    Job& operator=(Job&&) = delete;
    ~Job()
    {
        cancel();
        for (Running& running : running_)
            running.thread.join();
    }

    /// Runs work(JobOrder<Snapshot>&) in a thread of its own. What the stale order published stays visible
    /// until the new one publishes.
    template <class Work>
    void start(Work work)
    {
        cancel();
        sweep();
        auto order = std::make_shared<JobOrder<Snapshot>>(wake_);
        order_ = order;
        running_.push_back({std::thread([order, work = std::move(work)] { order->run(work); }), order});
    }

    /// Stops the current order; what it published stays.
    void cancel()
    {
        if (!order_)
            return;
        shown_ = latest();
        order_->request_stop();
        order_.reset();
    }

    /// Forgets what was published, too.
    void clear()
    {
        cancel();
        shown_.reset();
    }

    /// The newest snapshot, of a stale order if the current one has none yet; null: there never was one.
    std::shared_ptr<const Snapshot> latest() const
    {
        auto fresh = order_ ? order_->latest() : nullptr;
        return fresh ? fresh : shown_;
    }

    /// True while an order is at work.
    bool busy() const { return order_ && !order_->finished(); }
    /// 0 … 1 of the current order; 0 where unknown.
    double share_done() const
    {
        return order_ && order_->total() > 0
                   ? static_cast<double>(order_->done()) / static_cast<double>(order_->total())
                   : 0.0;
    }
    /// Why the current order failed; empty: it did not, or is still at work.
    std::string failure() const { return order_ && order_->finished() ? order_->failure() : std::string(); }

private:
    struct Running {
        std::thread thread;
        std::shared_ptr<JobOrder<Snapshot>> order;
    };

    void sweep()
    {
        for (auto it = running_.begin(); it != running_.end();)
            if (it->order->finished()) {
                it->thread.join();
                it = running_.erase(it);
            } else
                ++it;
    }

    Wake wake_;
    std::shared_ptr<JobOrder<Snapshot>> order_;
    std::shared_ptr<const Snapshot> shown_;
    std::vector<Running> running_;
};

} // namespace switchroom::gui
