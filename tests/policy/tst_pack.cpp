#include "tests/support/testpack.h"

#include <QTest>

using namespace zsb;

class TestPack : public QObject
{
    Q_OBJECT

private slots:
    void theShippedPackLoads();
};

void TestPack::theShippedPackLoads()
{
    QCOMPARE(nm2023().types.size(), std::size_t(8));
}

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
