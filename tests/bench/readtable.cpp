#include "core/exchange/tablereader.h"

#include <cstdio>

/// readtable FILE: reads a table to its end and prints its filled cells; what the bench measures against other readers.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const auto reader = zsb::openTable(argv[1]);
    if (!reader)
        return 3;
    long long cells = 0;
    for (zsb::Row row;;) {
        const auto more = (*reader)->next(row);
        if (!more)
            return 3;
        if (!*more)
            break;
        for (const zsb::Cell &cell : row.cells)
            cells += cell.text.empty() ? 0 : 1;
    }
    std::printf("%lld\n", cells);
    return 0;
}
