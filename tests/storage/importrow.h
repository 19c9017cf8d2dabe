#pragma once

#include "core/domain/record.h"

#include <array>
#include <string>

namespace zsb {

/// A row and what its views point at.
struct TestRow
{
    TestRow(std::string number, std::string name, std::string document, std::string type = "应届毕业生")
        : texts{std::move(number), std::move(name), std::move(document), std::move(type)}
    {
        record.set(Field::ApplicationNo, texts[0]);
        record.set(Field::Name, texts[1]);
        record.set(Field::DocumentNumber, texts[2]);
        record.set(Field::CandidateType, texts[3]);
    }
    TestRow(const TestRow &) = delete;
    TestRow &operator=(const TestRow &) = delete;

    std::array<std::string, 4> texts;
    Record record;
};

} // namespace zsb
