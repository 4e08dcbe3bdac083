// Work done on several threads whose results come out in the order of the work.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace hipaa {

/// Calls `produce(i)` for 0 <= i < count on up to `threads` threads, and `consume(result)` on the calling thread, in
/// order, until one returns false or all are done. At most eight results a thread wait for the calling one, so memory
/// does not grow with `count`. What `produce` throws is thrown here.
template <typename Produce, typename Consume>
void in_order(std::size_t count, std::size_t threads, Produce&& produce, Consume&& consume) {
    using Item = decltype(produce(std::size_t{0}));
    constexpr std::size_t waiting_per_thread = 8;
    threads = std::min(threads, count / waiting_per_thread + 1);
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            if (!consume(produce(i))) return;
        return;
    }

    std::mutex mutex;
    std::condition_variable produced, consumed;
    std::map<std::size_t, Item> ready;
    std::exception_ptr failure;
    std::size_t next = 0;  // to be produced
    std::size_t done = 0;  // consumed
    bool stopped = false;
    const std::size_t window = threads * waiting_per_thread;

    const auto work = [&] {
        while (true) {
            std::unique_lock lock(mutex);
            consumed.wait(lock, [&] { return stopped || next >= count || next < done + window; });
            if (stopped || next >= count) return;
            const std::size_t index = next++;
            lock.unlock();
            try {
                Item item = produce(index);
                lock.lock();
                ready.emplace(index, std::move(item));
            } catch (...) {
                if (!lock.owns_lock()) lock.lock();
                failure = std::current_exception();
            }
            produced.notify_one();
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(work);
    while (done < count && !stopped) {
        std::unique_lock lock(mutex);
        produced.wait(lock, [&] { return failure || ready.contains(done); });
        if (failure) {
            stopped = true;
            continue;
        }
        auto item = ready.extract(done);
        lock.unlock();
        const bool more = consume(std::move(item.mapped()));
        lock.lock();
        ++done;
        stopped = !more;
        consumed.notify_all();
    }
    {
        const std::lock_guard lock(mutex);
        stopped = true;
    }
    consumed.notify_all();
    workers.clear();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace hipaa
