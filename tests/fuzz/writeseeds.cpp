#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>

/// writeseeds FOLDER: writes the seeds of every target below the folder, each into one of its own.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    for (const zsb::test::FuzzTarget &target : zsb::test::fuzzTargets()) {
        const QString folder = QString::fromLocal8Bit(argv[1]) + u'/' + QString::fromLatin1(target.name);
        if (!QDir().mkpath(folder))
            return 3;
        for (const auto &[name, bytes] : target.seeds()) {
            QFile file(folder + QStringLiteral("/seed-") + QString::fromStdString(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) < 0)
                return 3;
        }
    }
    return 0;
}
