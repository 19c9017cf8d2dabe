#pragma once

#include "ui/review/storereader.h"

namespace zsb {

/// Answers before ask() returns: for tests of what is done with the answers.
class InlineReader : public StoreReader
{
public:
    explicit InlineReader(const Store &store) : m_store(store) {}

protected:
    Task start(QObject *, Work work, std::function<void()> then) override
    {
        work(&m_store, {});
        then();
        return {};
    }

private:
    const Store &m_store;
};

} // namespace zsb
