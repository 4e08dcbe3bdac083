// What the page asks the program for: requests and answers as text, so that the page needs to know nothing else.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hipaa::web {

class Session;

/// One request after another about one practice. A request is a sequence of netstrings: the name of an action, then its
/// arguments; service.cpp has the table. Every answer is a JSON object. A request that cannot be understood, which the page never makes, is answered with its member
/// `fault`.
class Service {
public:
    Service();
    ~Service();

    std::string answer(std::string_view request);

private:
    std::unique_ptr<Session> session_;
};

}  // namespace hipaa::web
