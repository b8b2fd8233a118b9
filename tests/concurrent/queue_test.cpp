#include "scr/concurrent/queue.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <thread>

using scr::concurrent::Queue;

TEST_CASE("items come out in the order in which they went in") {
    Queue<int> queue(3);
    std::thread sender([&] {
        for (int i = 0; i < 10'000; ++i) queue.push(i);
        queue.finish();
    });
    int wanted = 0;
    while (const auto item = queue.pop()) REQUIRE(*item == wanted++);
    sender.join();
    CHECK(wanted == 10'000);
    CHECK_FALSE(queue.pop());
}

TEST_CASE("what waits at the end is still popped") {
    Queue<std::unique_ptr<int>> queue(2);
    CHECK(queue.push(std::make_unique<int>(1)));
    queue.finish();
    CHECK(**queue.pop() == 1);
    CHECK_FALSE(queue.pop());
}

TEST_CASE("a queue that is abandoned lets go of whoever waits") {
    Queue<int> queue(1);
    CHECK(queue.push(1));
    std::thread sender([&] { CHECK_FALSE(queue.push(2)); });
    queue.abandon();
    sender.join();
    CHECK_FALSE(queue.pop());
}

TEST_CASE(
    "who does not wait gets nothing from an empty queue, and loses what a full one has no room "
    "for") {
    Queue<int> queue(2);
    CHECK_FALSE(queue.try_pop());
    for (int i = 1; i <= 3; ++i) queue.try_push(i);
    CHECK(queue.try_pop() == 1);
    queue.try_push(4);
    CHECK(queue.try_pop() == 2);
    CHECK(queue.try_pop() == 4);
    CHECK_FALSE(queue.try_pop());
}

TEST_CASE("a queue that may hold more lets go of who waited for room") {
    Queue<int> queue(1);
    CHECK(queue.push(1));
    std::thread sender([&] { CHECK(queue.push(2)); });
    queue.set_most(2);
    sender.join();
    CHECK(queue.try_pop() == 1);
    CHECK(queue.try_pop() == 2);
}

TEST_CASE("a queue that may hold less keeps what it holds, and takes no more") {
    Queue<int> queue(3);
    for (int i = 1; i <= 3; ++i) queue.try_push(i);
    queue.set_most(2);
    queue.try_push(4);
    CHECK(queue.try_pop() == 1);
    queue.try_push(5);
    CHECK(queue.try_pop() == 2);
    queue.try_push(6);
    CHECK(queue.try_pop() == 3);
    CHECK(queue.try_pop() == 6);
    CHECK_FALSE(queue.try_pop());
}
