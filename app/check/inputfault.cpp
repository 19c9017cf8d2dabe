#include "app/check/inputfault.h"

#include "core/batch/inputmessages.h"
#include "core/exchange/tablefault.h"

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// Whether the words for a fault leave out what its detail names: a part, a place.
bool saysMore(TableFault fault)
{
    switch (fault) {
    case TableFault::Unreadable:
    case TableFault::MissingPart:
    case TableFault::Damaged:
    case TableFault::TooLarge:
    case TableFault::Bomb:
    case TableFault::Declaration:
    case TableFault::NoSuchSheet: // which there are
        return true;
    case TableFault::Missing:
    case TableFault::Empty:
    case TableFault::NotATable:
    case TableFault::Markup:
    case TableFault::OtherDocument:
    case TableFault::OldWorkbook:
    case TableFault::Locked:
    case TableFault::UnknownEncoding:
    case TableFault::NoHeader:
    case TableFault::HeaderUnseen:
        return false;
    }
    return true;
}

} // namespace

void explainInput(QTextStream &err, const Error &error, const QString &input)
{
    const TableFault fault = tableFaultOf(error);
    const Text text = textOf(fault);
    const std::string id = '[' + std::string(tableFaultId(fault)) + ']';
    err << input << u": "_s << QString::fromStdString(text.zh) << u" / "_s << QString::fromStdString(text.en) << u' ';
    if (!saysMore(fault))
        err << QString::fromStdString(id) << u'\n';
    else
        err << u'(' << QString::fromStdString(error.detail.ends_with(id) ? error.detail : error.detail + ' ' + id)
            << u")\n"_s;
}

} // namespace zsb
