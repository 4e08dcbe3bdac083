// Work done on several threads whose results come out in the order of the work.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace hipaa {

/// Calls `produce(i, thread)` for 0 <= i < count on up to `threads` threads, of which the calling one is number 0 (on fewer
/// where the system starts no more), and
/// `consume(result)` on whichever thread has the next result, one at a time and in order, until one returns false or all
/// are done. At most eight results a thread wait for their turn, so memory does not grow with `count`. What either
/// throws is thrown here.
template <typename Produce, typename Consume>
void parallel_ordered(std::size_t count, std::size_t threads, Produce&& produce, Consume&& consume) {
    using Item = decltype(produce(std::size_t{0}, std::size_t{0}));
    constexpr std::size_t waiting_per_thread = 8;
    threads = std::min(threads, count / waiting_per_thread + 1);

    std::mutex mutex;
    std::condition_variable room;
    std::vector<std::optional<Item>> ready(threads * waiting_per_thread);  // by index modulo its size
    std::exception_ptr failure;
    std::size_t next = 0;  // to be produced
    std::size_t done = 0;  // consumed
    bool consuming = false;
    bool stopped = false;

    // Called with `lock` held, which is let go while the result is consumed and destroyed.
    const auto consume_next = [&](std::unique_lock<std::mutex>& lock, std::optional<Item>&& item) {
        lock.unlock();
        const bool more = consume(std::move(*item));
        item.reset();
        lock.lock();
        ++done;
        stopped = stopped || !more;
        room.notify_all();
    };
    const auto work = [&](std::size_t thread) {
        std::unique_lock lock(mutex);
        while (true) {
            room.wait(lock, [&] { return stopped || next >= count || next < done + ready.size(); });
            if (stopped || next >= count) return;
            const std::size_t index = next++;
            lock.unlock();
            std::optional<Item> item(produce(index, thread));
            lock.lock();
            if (stopped) return;
            if (consuming || index != done) {
                ready[index % ready.size()] = std::move(item);
                continue;
            }
            consuming = true;
            consume_next(lock, std::move(item));
            while (!stopped && ready[done % ready.size()])
                consume_next(lock, std::exchange(ready[done % ready.size()], std::nullopt));
            consuming = false;
        }
    };
    const auto work_safely = [&](std::size_t thread) {
        try {
            work(thread);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            stopped = true;
            room.notify_all();
        }
    };
    {
        std::vector<std::jthread> others;
        others.reserve(threads - 1);
        try {
            for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work_safely, thread);
        } catch (const std::system_error&) {
            // There is no room for more threads: those that there are do the work.
        }
        work_safely(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace hipaa
